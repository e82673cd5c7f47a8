/// Splits a JSON text (RFC 8259) into its tokens. The bytes are valid UTF-8.
struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A string's raw text, without its quotes.
  struct Text {
    let range: Range<Int>
    let hasEscapes: Bool
  }

  /// The next token's first byte, nil at the end.
  mutating func peek() -> UInt8? {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0a, 0x0d: offset += 1
      case let byte: return byte
      }
    }
    return nil
  }

  /// Takes the next token where it is this one byte.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = peek(), byte == UInt8(truncatingIfNeeded: character.value) else { return false }
    offset += 1
    return true
  }

  mutating func expect(_ character: Unicode.Scalar, _ what: String) throws(JSONProblem) {
    guard take(character) else { throw unexpected(what) }
  }

  /// A problem with the value that comes next, in words.
  mutating func unexpected(_ expected: String) -> JSONProblem {
    let got = describeNext()
    let isSyntax = peek().map { !"{[\"-0123456789tfn".utf8.contains($0) } ?? true
    return JSONProblem(isSyntax ? .syntax : .unexpectedValue, "expected \(expected), got \(got)", at: offset)
  }

  private mutating func describeNext() -> String {
    guard let byte = peek() else { return "the end of the text" }
    switch byte {
    case UInt8(ascii: "{"): return "an object"
    case UInt8(ascii: "["): return "a list"
    case UInt8(ascii: "\""):
      var copy = self
      guard let text = try? copy.readText(), let value = try? copy.string(text) else { return "a string" }
      return value.utf8.count > 40 ? "\"\(value.prefix(40))…\"" : "\"\(value)\""
    default:
      let rest = bytes[offset...].prefix(40)
      let word = rest.prefix { !",:]}{[\" \t\r\n".utf8.contains($0) }
      return String(decoding: word.isEmpty ? rest.prefix(1) : word, as: UTF8.self)
    }
  }

  /// Takes `true`, `false` or `null`; false, and nothing taken, where another token comes.
  mutating func take(literal: StaticString) -> Bool {
    guard peek() != nil, bytes.count - offset >= literal.utf8CodeUnitCount else { return false }
    for index in 0..<literal.utf8CodeUnitCount where bytes[offset + index] != literal.utf8Start[index] { return false }
    let end = offset + literal.utf8CodeUnitCount
    if end < bytes.count, isWordByte(bytes[end]) { return false }
    offset = end
    return true
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }

  /// A number's text, checked against the grammar.
  mutating func readNumber(_ expected: String) throws(JSONProblem) -> Range<Int> {
    guard let byte = peek(), byte == UInt8(ascii: "-") || isDigit(byte) else { throw unexpected(expected) }
    let start = offset
    guard let end = JSONNumber.end(of: bytes, from: start), end == bytes.count || !isWordByte(bytes[end]) else {
      let problem = unexpected("a number")
      throw JSONProblem(.syntax, problem.text, at: start)
    }
    offset = end
    return start..<end
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Nothing but white space may follow the outermost value.
  mutating func expectEnd() throws(JSONProblem) {
    guard peek() == nil else {
      throw JSONProblem(.syntax, "expected the end of the text, got \(describeNext())", at: offset)
    }
  }
}
