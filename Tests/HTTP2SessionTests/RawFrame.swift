internal import NIOCore

/// Frames written by hand from RFC 9113 §4.1 and §6, and HPACK literals from RFC 7541 §6.2.2, to say what no library would.
struct RawFrame {
  var type: UInt8
  var flags: UInt8 = 0
  var stream: UInt32 = 0
  var payload: [UInt8] = []

  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
  static let endStream: UInt8 = 0x1
  static let endHeaders: UInt8 = 0x4

  static func data(_ stream: UInt32, _ payload: [UInt8], flags: UInt8 = 0) -> RawFrame {
    RawFrame(type: 0, flags: flags, stream: stream, payload: payload)
  }

  static func headers(_ stream: UInt32, _ payload: [UInt8], flags: UInt8 = endHeaders) -> RawFrame {
    RawFrame(type: 1, flags: flags, stream: stream, payload: payload)
  }

  static func reset(_ stream: UInt32, code: UInt32 = 8) -> RawFrame {
    RawFrame(type: 3, stream: stream, payload: bigEndian(code))
  }

  static let settings = RawFrame(type: 4)
  static let ping = RawFrame(type: 6, payload: [1, 2, 3, 4, 5, 6, 7, 8])

  static func windowUpdate(_ stream: UInt32, by increment: UInt32) -> RawFrame {
    RawFrame(type: 8, stream: stream, payload: bigEndian(increment))
  }

  static func continuation(_ stream: UInt32, _ payload: [UInt8], flags: UInt8 = 0) -> RawFrame {
    RawFrame(type: 9, flags: flags, stream: stream, payload: payload)
  }

  static func bigEndian(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24 & 0xff), UInt8(value >> 16 & 0xff), UInt8(value >> 8 & 0xff), UInt8(value & 0xff)]
  }

  /// A literal header field without indexing, not Huffman-coded.
  static func literal(_ name: String, _ value: String) -> [UInt8] {
    [0] + string(name) + string(value)
  }

  private static func string(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.count >= 127 else { return [UInt8(bytes.count)] + bytes }
    var length = [UInt8(127)]
    var rest = bytes.count - 127
    while rest >= 128 {
      length.append(UInt8(rest % 128 + 128))
      rest /= 128
    }
    return length + [UInt8(rest)] + bytes
  }

  /// POST, http, /a, as indexed and literal fields.
  static let requestFields: [UInt8] = [0x83, 0x86] + literal(":path", "/a") + literal(":authority", "x")

  var bytes: [UInt8] {
    let size = Self.bigEndian(UInt32(payload.count))
    return size.dropFirst() + [type, flags] + Self.bigEndian(stream) + payload
  }
}

extension ByteBuffer {
  init(_ frames: [RawFrame], preface: Bool = true) {
    self.init(bytes: (preface ? RawFrame.preface : []) + frames.flatMap(\.bytes))
  }

  /// The frames in what a session has sent.
  var frames: [RawFrame] {
    var rest = self
    var result: [RawFrame] = []
    while let head = rest.readBytes(length: 9) {
      let size = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
      let stream = UInt32(head[5]) << 24 | UInt32(head[6]) << 16 | UInt32(head[7]) << 8 | UInt32(head[8])
      guard let payload = rest.readBytes(length: size) else { break }
      result.append(RawFrame(type: head[3], flags: head[4], stream: stream, payload: payload))
    }
    return result
  }
}
