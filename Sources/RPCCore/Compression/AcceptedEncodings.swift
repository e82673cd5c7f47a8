/// The encodings that one side reads, from `grpc-accept-encoding`.
package struct AcceptedEncodings: Sendable, Hashable {
  private var bits: UInt8 = 1 << MessageEncoding.identity.rawValue

  /// Those of a peer that names none: `identity` only.
  package init() {}

  /// Those of a header's value: names between commas, of which unknown ones are passed over.
  package init(_ value: Span<UInt8>) {
    var start = 0
    for end in 0...value.count where end == value.count || value[end] == UInt8(ascii: ",") {
      if let encoding = MessageEncoding(name: value.extracting(value.trimmingSpaces(start..<end))) {
        bits |= 1 << encoding.rawValue
      }
      start = end + 1
    }
  }

  /// Whether messages may be sent in an encoding; `identity` always may.
  package func contains(_ encoding: MessageEncoding) -> Bool { bits & 1 << encoding.rawValue != 0 }

  /// What this library says of itself.
  package static let own = MessageEncoding.allCases.map(\.name).joined(separator: ",")
}
