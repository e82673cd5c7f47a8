/// A frame as RFC 9113 §4.1 lays it out, right or wrong.
struct Frame: Sendable, Equatable {
  /// The types of RFC 9113 §6.
  enum Kind {
    static let data: UInt8 = 0x0
    static let headers: UInt8 = 0x1
    static let priority: UInt8 = 0x2
    static let reset: UInt8 = 0x3
    static let settings: UInt8 = 0x4
    static let pushPromise: UInt8 = 0x5
    static let ping: UInt8 = 0x6
    static let goAway: UInt8 = 0x7
    static let windowUpdate: UInt8 = 0x8
    static let continuation: UInt8 = 0x9
  }

  /// The flags of RFC 9113 §6.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let endStream = Flags(rawValue: 0x1)
    static let ack = Flags(rawValue: 0x1)
    static let endHeaders = Flags(rawValue: 0x4)
    static let padded = Flags(rawValue: 0x8)
    static let priority = Flags(rawValue: 0x20)
    static let undefined = Flags(rawValue: 0xd2)
  }

  var kind: UInt8
  var flags: Flags = []
  var stream: UInt32 = 0
  var payload: [UInt8] = []

  /// The bytes of the frame; a stream number above 31 bits sets the reserved bit.
  var bytes: [UInt8] {
    UInt32(payload.count).bigEndianBytes.dropFirst() + [kind, flags.rawValue] + stream.bigEndianBytes + payload
  }

  /// The number in four bytes of the payload.
  func number(at offset: Int) -> UInt32 {
    guard payload.count >= offset + 4 else { return 0 }
    return payload[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension Frame: CustomStringConvertible {
  private static let names = [
    "DATA", "HEADERS", "PRIORITY", "RST_STREAM", "SETTINGS", "PUSH_PROMISE", "PING", "GOAWAY", "WINDOW_UPDATE",
    "CONTINUATION",
  ]

  var description: String {
    let name = Int(kind) < Self.names.count ? Self.names[Int(kind)] : "type \(kind)"
    let code =
      switch kind {
      case Kind.reset: ErrorCode(rawValue: number(at: 0)).map { " \($0)" } ?? ""
      case Kind.goAway: ErrorCode(rawValue: number(at: 4)).map { " \($0)" } ?? ""
      default: ""
      }
    return "\(name)(stream \(stream), flags \(flags.rawValue), \(payload.count) bytes\(code))"
  }
}

extension UInt32 {
  var bigEndianBytes: [UInt8] {
    [UInt8(self >> 24), UInt8(self >> 16 & 0xff), UInt8(self >> 8 & 0xff), UInt8(self & 0xff)]
  }
}
