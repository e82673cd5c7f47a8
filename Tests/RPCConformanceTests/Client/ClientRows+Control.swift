extension ClientRows {
  /// RFC 9113 §6.3 to §6.8.
  static let control: [ClientRow] = priority + reset + settings + ping + goAway

  private static let eight: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]

  private static let priority: [ClientRow] = [
    accepted("9113 5.3", "PRIORITY of the stream", .priority(1, on: 0)),
    fatal("9113 6.3", "PRIORITY on stream 0", .priority(0, on: 1), code: .protocolError),
    fatal(
      "9113 6.3",
      "PRIORITY of four bytes",
      Frame(kind: Frame.Kind.priority, stream: 1, payload: [0, 0, 0, 0]),
      code: .frameSizeError
    ),
  ]

  /// The statuses are those of grpc/doc/PROTOCOL-HTTP2.md.
  private static let reset: [ClientRow] = [
    ClientRow("9113 6.4", "RST_STREAM with CANCEL", [.reset(1, 8)], .alive, .cancelled),
    ClientRow("9113 6.4", "RST_STREAM with INTERNAL_ERROR", [.reset(1, 2)], .alive, .internal),
    ClientRow("9113 6.4", "RST_STREAM with ENHANCE_YOUR_CALM", [.reset(1, 11)], .alive, .resourceExhausted),
    ClientRow("9113 6.4", "RST_STREAM with INADEQUATE_SECURITY", [.reset(1, 12)], .alive, .permissionDenied),
    ClientRow("9113 7", "RST_STREAM with an unknown code", [.reset(1, 0xff)], .alive, .unknown),
    ClientRow(
      "9113 6.4",
      "RST_STREAM within a response",
      [.headers(1, head), .data(1, hello, []), .reset(1)],
      .alive,
      .cancelled
    ),
    ClientRow(
      "9113 8.7",
      "a refused stream is tried again",
      [.send(.reset(1, ErrorCode.refusedStream.rawValue)), .awaitEnd(3)] + answer(3).map(Step.send),
      .alive,
      .ok
    ),
    ClientRow("9113 8.1", "RST_STREAM with NO_ERROR behind a whole response", answer(1) + [.reset(1, 0)], .alive),
    fatal("9113 6.4", "RST_STREAM on stream 0", .reset(0), code: .protocolError),
    fatal(
      "9113 6.4",
      "RST_STREAM of three bytes",
      Frame(kind: Frame.Kind.reset, stream: 1, payload: [0, 0, 8]),
      code: .frameSizeError
    ),
  ]

  private static let settings: [ClientRow] = [
    fatal(
      "9113 6.5",
      "SETTINGS with ACK and a payload",
      Frame(kind: Frame.Kind.settings, flags: .ack, payload: [0, 1, 0, 0, 16, 0]),
      code: .frameSizeError
    ),
    fatal("9113 6.5", "SETTINGS on a stream", Frame(kind: Frame.Kind.settings, stream: 1), code: .protocolError),
    fatal(
      "9113 6.5",
      "SETTINGS of five bytes",
      Frame(kind: Frame.Kind.settings, payload: [0, 1, 0, 0, 0]),
      code: .frameSizeError
    ),
    accepted("9113 6.5.2", "ENABLE_PUSH of 0", .settings(.enablePush(0))),
    fatal("9113 6.5.2", "ENABLE_PUSH of 1 from a server", .settings(.enablePush(1)), code: .protocolError),
    fatal("9113 6.5.2", "ENABLE_PUSH of 2", .settings(.enablePush(2)), code: .protocolError),
    fatal(
      "9113 6.5.2",
      "INITIAL_WINDOW_SIZE of 2^31",
      .settings(.initialWindowSize(0x8000_0000)),
      code: .flowControlError
    ),
    fatal("9113 6.5.2", "MAX_FRAME_SIZE of 16,383", .settings(.maxFrameSize(16_383)), code: .protocolError),
    fatal("9113 6.5.2", "MAX_FRAME_SIZE of 2^24", .settings(.maxFrameSize(0x100_0000)), code: .protocolError),
    accepted("9113 6.5.2", "MAX_FRAME_SIZE of 2^24-1", .settings(.maxFrameSize(0xff_ffff))),
    accepted(
      "9113 6.5.2",
      "HEADER_TABLE_SIZE of 0 and of 2^32-1",
      .settings(.headerTableSize(0)),
      .settings(.headerTableSize(.max))
    ),
    accepted("9113 6.5.2", "an unknown setting", .settings(.unknown(0xff, 7))),
    ClientRow(
      "9113 5.1.2",
      "no stream above MAX_CONCURRENT_STREAMS",
      [
        .send(.settings(.maxConcurrentStreams(0))), .awaitNothing(1), .send(.settings(.maxConcurrentStreams(1))),
        .awaitEnd(1),
      ]
        + answer(1).map(Step.send),
      .alive,
      .ok,
      handshake: false
    ),
  ]

  private static let ping: [ClientRow] = [
    ClientRow("9113 6.7", "PING comes back with its payload", [.ping(eight)] + answer(1), .frame(.ping(eight, .ack))),
    accepted("9113 6.7", "PING with ACK that no one asked for", .ping(eight, .ack)),
    fatal(
      "9113 6.7",
      "PING on a stream",
      Frame(kind: Frame.Kind.ping, stream: 1, payload: eight),
      code: .protocolError
    ),
    fatal("9113 6.7", "PING of seven bytes", .ping(Array(eight.dropLast())), code: .frameSizeError),
  ]

  private static let goAway: [ClientRow] = [
    fatal(
      "9113 6.8",
      "GOAWAY on a stream",
      Frame(kind: Frame.Kind.goAway, stream: 1, payload: eight),
      code: .protocolError
    ),
    fatal(
      "9113 6.8",
      "GOAWAY of seven bytes",
      Frame(kind: Frame.Kind.goAway, payload: Array(eight.dropLast())),
      code: .frameSizeError
    ),
    ClientRow(
      "9113 6.8",
      "GOAWAY that covers the call lets it finish",
      [.send(.goAway(last: 1))] + answer(1).map(Step.send),
      .closed,
      .ok
    ),
    ClientRow(
      "9113 6.8",
      "GOAWAY that names the highest stream lets it finish",
      [.send(.goAway(last: 0x7fff_ffff))] + answer(1).map(Step.send),
      .closed,
      .ok
    ),
    ClientRow(
      "9113 6.8",
      "GOAWAY that leaves the call out: it is made again elsewhere",
      [.send(.goAway(last: 0))],
      .anotherConnection,
      .ok
    ),
    ClientRow(
      "9113 6.8",
      "GOAWAY, then a close: what was begun is lost",
      [.send(.goAway(last: 1, 2)), .close],
      .closed,
      .unavailable
    ),
    ClientRow("9113 5.4", "a close without GOAWAY", [.close], .closed, .unavailable),
  ]
}
