/// The request ids of rows: the same content has the same id whenever it is loaded.
enum ContentID {
  /// A UUID in the form of version 8 (RFC 9562), from two FNV-1a hashes of the content. They keep apart what one person
  /// loads; they are no defence against whoever wants two rows to clash.
  static func of(_ content: [UInt8]) -> String {
    let high = hash(content, 0xCBF2_9CE4_8422_2325) & ~0xF000 | 0x8000
    let low = hash(content.reversed(), 0x6C62_272E_07BB_0142) & ~(0b11 << 62) | (0b10 << 62)
    let digits = (hexadecimal(high) + hexadecimal(low))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
      .joined(separator: "-")
  }

  private static func hash(_ bytes: [UInt8], _ start: UInt64) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private static func hexadecimal(_ word: UInt64) -> [UInt8] {
    stride(from: 60, through: 0, by: -4).map { Array("0123456789abcdef".utf8)[Int(word >> UInt64($0) & 15)] }
  }
}
