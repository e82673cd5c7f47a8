/// The request ids of the demonstration: the same call has the same id in every run, so that a second run is answered
/// with what the first one did.
enum RequestID {
  /// The id of one call: a UUID in the form of version 4, drawn from what the call is about.
  static func of(_ kind: StaticString, _ index: Int, step: Int = 0) -> String {
    drawn(from: SeededRandom(kind, index &* 64 &+ step))
  }

  /// The id of the call that makes a record (step 0), or of a later one on it.
  static func of(record name: String, step: Int = 0) -> String {
    drawn(from: SeededRandom(text: name, step))
  }

  private static func drawn(from random: SeededRandom) -> String {
    var random = random
    let high = random.next() & ~0xF000 | 0x4000
    let low = random.next() & ~(0b11 << 62) | (0b10 << 62)
    let digits = hexadecimal(high) + hexadecimal(low)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
      .map { String(decoding: digits[$0], as: UTF8.self) }
      .joined(separator: "-")
  }

  private static func hexadecimal(_ word: UInt64) -> [UInt8] {
    stride(from: 60, through: 0, by: -4).map { Array("0123456789abcdef".utf8)[Int(word >> UInt64($0) & 15)] }
  }
}
