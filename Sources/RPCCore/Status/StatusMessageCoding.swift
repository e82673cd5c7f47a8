/// The percent encoding of `grpc-message` (grpc/doc/PROTOCOL-HTTP2.md, Status-Message): UTF-8 in which every byte but
/// 0x20–0x24 and 0x26–0x7E is written as `%` and two upper-case hexadecimal digits. So is a space at either end, which a
/// header's value cannot have (RFC 9113 §8.2.1); whoever decodes sees no difference.
package enum StatusMessageCoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Encodes a message.
  package static func encode(_ message: String) -> String {
    let space = UInt8(ascii: " ")
    guard message.utf8.contains(where: mustEncode) || message.utf8.first == space || message.utf8.last == space else {
      return message
    }
    let last = message.utf8.count - 1
    var bytes: [UInt8] = []
    bytes.reserveCapacity(message.utf8.count * 3)
    for (position, byte) in message.utf8.enumerated() {
      if mustEncode(byte) || byte == space && (position == 0 || position == last) {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Decodes a message. What is not validly encoded is kept as it is, since a broken message must not hide the status.
  package static func decode(_ value: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.count)
    var index = 0
    while index < value.count {
      if value[index] == UInt8(ascii: "%"), index + 2 < value.count, let high = digit(value[index + 1]),
        let low = digit(value[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(value[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func mustEncode(_ byte: UInt8) -> Bool { !(0x20...0x7E).contains(byte) || byte == UInt8(ascii: "%") }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
