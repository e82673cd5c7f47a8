/// One pattern of a resource's name (AIP-122), such as `cities/{city}/tickets/{ticket}`.
struct ResourcePattern: Equatable {
  /// What stands between two slashes.
  enum Segment: Equatable {
    case literal(String)
    case variable(String)
  }

  let text: String
  let segments: [Segment]

  /// Reads a pattern; nil for what has no typed form: `*`, and segments that hold more than one variable.
  init?(_ text: String) {
    var segments: [Segment] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      if part.hasPrefix("{"), part.hasSuffix("}") {
        let name = part.dropFirst().dropLast()
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) else {
          return nil
        }
        segments.append(.variable(String(name)))
      } else {
        guard !part.isEmpty, !part.contains(where: { "{}*".contains($0) }) else { return nil }
        segments.append(.literal(String(part)))
      }
    }
    guard segments.contains(where: { if case .variable = $0 { true } else { false } }) else { return nil }
    self.text = text
    self.segments = segments
  }
}
