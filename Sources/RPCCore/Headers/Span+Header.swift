extension Span<UInt8> {
  /// Whether the bytes are exactly those of `text`.
  func equals(_ text: String) -> Bool {
    let other = text.utf8.span
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }

  /// Whether the bytes begin with those of `text`.
  func hasPrefix(_ text: String) -> Bool {
    let other = text.utf8.span
    guard count >= other.count else { return false }
    for index in other.indices where self[index] != other[index] { return false }
    return true
  }

  /// Whether the bytes begin with those of `text`, which is in lower case, whatever the case of theirs.
  func hasPrefixIgnoringCase(_ text: String) -> Bool {
    let other = text.utf8.span
    guard count >= other.count else { return false }
    for index in other.indices {
      let byte = self[index]
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      guard (isUpper ? byte + 32 : byte) == other[index] else { return false }
    }
    return true
  }

  /// Where the bytes of a range lie without the spaces and tabs at both of its ends.
  func trimmingSpaces(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}

extension String {
  /// Copies header bytes; bytes that are not UTF-8 become U+FFFD.
  init(copying bytes: Span<UInt8>) {
    if let text = try? UTF8Span(validating: bytes) {
      self.init(copying: text)
    } else {
      var copy: [UInt8] = []
      copy.reserveCapacity(bytes.count)
      for index in bytes.indices { copy.append(bytes[index]) }
      self.init(decoding: copy, as: UTF8.self)
    }
  }
}
