extension JSONCursor {
  /// A string; its escapes are looked at where it is decoded.
  mutating func readText(_ expected: String = "a string") throws(JSONProblem) -> Text {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected(expected) }
    let start = offset + 1
    var index = start
    var hasEscapes = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        offset = index + 1
        return Text(range: start..<index, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        index += 2
      case 0..<0x20:
        throw JSONProblem(.syntax, "expected a string, got a control character in it", at: index)
      default:
        index += 1
      }
    }
    throw JSONProblem(.syntax, "expected the end of a string, got the end of the text", at: bytes.count)
  }

  func string(_ text: Text) throws(JSONProblem) -> String {
    guard text.hasEscapes else { return String(decoding: bytes[text.range], as: UTF8.self) }
    var problem: JSONProblem?
    let result = String(unsafeUninitializedCapacity: text.range.count) { buffer in
      do throws(JSONProblem) {
        return try decode(text, into: buffer)
      } catch {
        problem = error
        return 0
      }
    }
    if let problem { throw problem }
    return result
  }

  /// Writes the string without its escapes, which is never longer, and returns its length.
  func decode(_ text: Text, into buffer: UnsafeMutableBufferPointer<UInt8>) throws(JSONProblem) -> Int {
    guard text.hasEscapes else { return buffer.update(from: bytes[text.range]).index }
    var count = 0
    var index = text.range.lowerBound
    while index < text.range.upperBound {
      let byte = bytes[index]
      if byte != UInt8(ascii: "\\") {
        buffer[count] = byte
        count += 1
        index += 1
        continue
      }
      let scalar = try escape(at: &index, in: text.range)
      for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        buffer[count] = unit
        count += 1
      }
    }
    return count
  }

  private func escape(at index: inout Int, in range: Range<Int>) throws(JSONProblem) -> Unicode.Scalar {
    let start = index
    index += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default:
      throw JSONProblem(.syntax, "expected an escape such as \\n or \\u0041, got another", at: start)
    }
    let first = try hexadecimal(at: &index, in: range)
    if let scalar = Unicode.Scalar(first) { return scalar }
    // A surrogate: only the first of a pair, followed by the second, names a character.
    if first < 0xdc00, index + 6 <= range.upperBound, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      let second = try hexadecimal(at: &index, in: range)
      if (0xdc00...0xdfff).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
      {
        return scalar
      }
    }
    throw JSONProblem(.syntax, "expected a pair of surrogates, got a lone one", at: start)
  }

  private func hexadecimal(at index: inout Int, in range: Range<Int>) throws(JSONProblem) -> UInt32 {
    var value: UInt32 = 0
    for position in index..<index + 4 {
      let digit = position < range.upperBound ? hexadecimalDigit(bytes[position]) : nil
      guard let digit else {
        throw JSONProblem(.syntax, "expected four hexadecimal digits after \\u, got other characters", at: position)
      }
      value = value << 4 | UInt32(digit)
    }
    index += 4
    return value
  }

  private func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    if byte &- 0x30 < 10 { return byte - 0x30 }
    let letter = byte | 0x20
    return letter &- 0x61 < 6 ? letter - 0x61 + 10 : nil
  }
}
