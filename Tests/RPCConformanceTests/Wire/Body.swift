/// Messages of the calls: `google.protobuf.BytesValue` behind the prefix of gRPC.
enum Body {
  /// What is sent and comes back.
  static let hello: [UInt8] = message("hello")

  static func message(_ text: String) -> [UInt8] {
    let payload = [0x0a, UInt8(text.utf8.count)] + Array(text.utf8)
    return [0] + UInt32(payload.count).bigEndianBytes + payload
  }

  /// A message of as many bytes with its prefix.
  static func message(size: Int) -> [UInt8] {
    // The length of the only field takes three bytes from 16,384 on.
    let content = size - 5 - 4
    let payload =
      [0x0a, UInt8(content & 0x7f) | 0x80, UInt8(content >> 7 & 0x7f) | 0x80, UInt8(content >> 14)]
      + [UInt8](repeating: 0x61, count: content)
    return [0] + UInt32(payload.count).bigEndianBytes + payload
  }
}
