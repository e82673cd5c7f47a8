extension Frame {
  static func data(_ stream: UInt32, _ payload: [UInt8], _ flags: Flags = .endStream) -> Frame {
    Frame(kind: Kind.data, flags: flags, stream: stream, payload: payload)
  }

  static func headers(_ stream: UInt32, _ block: [UInt8], _ flags: Flags = .endHeaders) -> Frame {
    Frame(kind: Kind.headers, flags: flags, stream: stream, payload: block)
  }

  static func continuation(_ stream: UInt32, _ block: [UInt8], _ flags: Flags = .endHeaders) -> Frame {
    Frame(kind: Kind.continuation, flags: flags, stream: stream, payload: block)
  }

  /// RFC 9113 §6.3, with the exclusive bit, the stream depended on, and the weight less one.
  static func priority(_ stream: UInt32, on other: UInt32, exclusive: Bool = false, weight: UInt8 = 15) -> Frame {
    Frame(kind: Kind.priority, stream: stream, payload: priorityFields(on: other, exclusive: exclusive, weight: weight))
  }

  static func priorityFields(on other: UInt32, exclusive: Bool = false, weight: UInt8 = 15) -> [UInt8] {
    ((exclusive ? 0x8000_0000 : 0) | other).bigEndianBytes + [weight]
  }

  static func reset(_ stream: UInt32, _ code: UInt32 = ErrorCode.cancel.rawValue) -> Frame {
    Frame(kind: Kind.reset, stream: stream, payload: code.bigEndianBytes)
  }

  /// The identifiers of RFC 9113 §6.5.2.
  enum Setting: Sendable {
    case headerTableSize(UInt32)
    case enablePush(UInt32)
    case maxConcurrentStreams(UInt32)
    case initialWindowSize(UInt32)
    case maxFrameSize(UInt32)
    case maxHeaderListSize(UInt32)
    case unknown(UInt16, UInt32)

    var bytes: [UInt8] {
      let (identifier, value): (UInt16, UInt32) =
        switch self {
        case .headerTableSize(let value): (1, value)
        case .enablePush(let value): (2, value)
        case .maxConcurrentStreams(let value): (3, value)
        case .initialWindowSize(let value): (4, value)
        case .maxFrameSize(let value): (5, value)
        case .maxHeaderListSize(let value): (6, value)
        case .unknown(let identifier, let value): (identifier, value)
        }
      return UInt32(identifier).bigEndianBytes.suffix(2) + value.bigEndianBytes
    }
  }

  static func settings(_ settings: Setting...) -> Frame {
    Frame(kind: Kind.settings, payload: settings.flatMap(\.bytes))
  }

  static let settingsAck = Frame(kind: Kind.settings, flags: .ack)

  /// The promise of a stream, RFC 9113 §6.6.
  static func pushPromise(_ stream: UInt32, promising promised: UInt32, _ block: [UInt8]) -> Frame {
    Frame(kind: Kind.pushPromise, flags: .endHeaders, stream: stream, payload: promised.bigEndianBytes + block)
  }

  static func ping(_ payload: [UInt8], _ flags: Flags = []) -> Frame {
    Frame(kind: Kind.ping, flags: flags, payload: payload)
  }

  static func goAway(last: UInt32 = 0, _ code: UInt32 = 0, debug: [UInt8] = []) -> Frame {
    Frame(kind: Kind.goAway, payload: last.bigEndianBytes + code.bigEndianBytes + debug)
  }

  static func windowUpdate(_ stream: UInt32, by increment: UInt32) -> Frame {
    Frame(kind: Kind.windowUpdate, stream: stream, payload: increment.bigEndianBytes)
  }

  /// A payload with its pad length before it and zeros behind it, RFC 9113 §6.1.
  static func padded(_ payload: [UInt8], by count: UInt8) -> [UInt8] {
    [count] + payload + [UInt8](repeating: 0, count: Int(count))
  }
}
