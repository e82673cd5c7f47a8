extension Metadata {
  /// Headers with a meaning in HTTP/2 or gRPC that a user's entry would forge or break (RFC 9113 §8.2.2, §8.3).
  private static let reservedKeys: Set<String> = [
    "connection", "content-length", "content-type", "host", "http2-settings", "keep-alive", "proxy-connection", "te",
    "transfer-encoding", "upgrade", "user-agent",
  ]

  /// Header-Name of PROTOCOL-HTTP2.md: `1*( %x30-39 / %x61-7A / "_" / "-" / ".")`.
  static func validate(key: String) throws(InvalidMetadata) {
    guard !key.isEmpty else { throw .emptyKey }
    for (position, byte) in key.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"),
        UInt8(ascii: "-"), UInt8(ascii: "."):
        continue
      default: throw .invalidKeyCharacter(key: key, position: position)
      }
    }
    guard !key.hasPrefix("grpc-"), !reservedKeys.contains(key) else { throw .reservedKey(key) }
  }

  /// A text without white space at its ends, which a header's value cannot have (RFC 9113 §8.2.1) and which
  /// PROTOCOL-HTTP2.md allows to strip.
  static func trimmed(_ value: String) -> String {
    guard let first = value.utf8.first, let last = value.utf8.last, isSpace(first) || isSpace(last) else {
      return value
    }
    let start = value.utf8.firstIndex { !isSpace($0) } ?? value.endIndex
    let end = value.utf8.lastIndex { !isSpace($0) }.map { value.utf8.index(after: $0) } ?? start
    return String(value[start..<end])
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// ASCII-Value of PROTOCOL-HTTP2.md: `1*( %x20-%x7E )`. An empty value is let through: implementations send it.
  static func validate(value: String, key: String) throws(InvalidMetadata) {
    for (position, byte) in value.utf8.enumerated() where !(0x20...0x7E).contains(byte) {
      throw .invalidValueCharacter(key: key, position: position)
    }
  }
}
