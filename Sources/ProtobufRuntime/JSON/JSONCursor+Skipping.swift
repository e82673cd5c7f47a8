extension JSONCursor {
  /// Skips a value whatever it is, and checks its syntax.
  mutating func skipValue(maximumNesting: Int) throws(JSONProblem) {
    guard let byte = peek() else { throw unexpected("a value") }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard maximumNesting > 0 else { throw JSONProblem(.nestingTooDeep, "values nested too deep", at: offset) }
      let isObject = byte == UInt8(ascii: "{")
      offset += 1
      if take(isObject ? "}" : "]") { return }
      repeat {
        if isObject { _ = try readName() }
        try skipValue(maximumNesting: maximumNesting - 1)
      } while take(",")
      try expect(isObject ? "}" : "]", isObject ? "\",\" or \"}\"" : "\",\" or \"]\"")
    case UInt8(ascii: "\""):
      _ = try string(readText())
    default:
      if take(literal: "true") || take(literal: "false") || take(literal: "null") { return }
      _ = try readNumber("a value")
    }
  }

  /// The name of an object's member and the colon after it.
  mutating func readName() throws(JSONProblem) -> String {
    let name = try string(readText("a name in quotes"))
    try expect(":", "\":\"")
    return name
  }
}
