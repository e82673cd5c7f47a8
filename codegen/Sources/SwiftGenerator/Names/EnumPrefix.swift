/// The prefix that proto style puts before each enum value (`TICKET_STATE_CLOSED` in `enum TicketState`).
enum EnumPrefix {
  /// The value's name without its enum's name. Decided for each value by itself, so that a new value never renames the
  /// others. A value that lacks the prefix, or would begin with a digit without it, keeps its whole name.
  static func strip(_ value: String, enumName: String) -> String {
    var expected = Array(enumName.lowercased().filter { $0 != "_" })[...]
    var rest = Array(value)[...]
    while let next = expected.first {
      guard let character = rest.popFirst() else { return value }
      if character == "_" { continue }
      guard character.lowercased() == String(next) else { return value }
      expected = expected.dropFirst()
    }
    guard rest.first == "_" else { return value }
    let stripped = rest.drop { $0 == "_" }
    guard let first = stripped.first, first.isLetter else { return value }
    return String(stripped)
  }
}
