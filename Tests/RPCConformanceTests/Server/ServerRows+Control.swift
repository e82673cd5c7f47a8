extension ServerRows {
  /// RFC 9113 §6.3 to §6.8.
  static let control: [ServerRow] = priority + reset + settings + pushPromise + ping + goAway

  private static let eight: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]

  private static let priority: [ServerRow] = [
    ServerRow("9113 6.3", "PRIORITY on stream 0", [.priority(0, on: 1)], .connectionError(.protocolError)),
    ServerRow(
      "9113 6.3",
      "PRIORITY of four bytes",
      [.headers(1, request), Frame(kind: Frame.Kind.priority, stream: 1, payload: [0, 0, 0, 0])],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 6.3",
      "PRIORITY of six bytes",
      [.headers(1, request), Frame(kind: Frame.Kind.priority, stream: 1, payload: [0, 0, 0, 0, 0, 0])],
      .connectionError(.frameSizeError)
    ),
  ]

  private static let reset: [ServerRow] = [
    ServerRow("9113 6.4", "RST_STREAM ends a stream", [.headers(1, request), .reset(1)] + calls(3), .answered([3])),
    ServerRow("9113 6.4", "RST_STREAM on stream 0", [.reset(0)], .connectionError(.protocolError)),
    ServerRow("9113 6.4", "RST_STREAM on an idle stream", calls(1) + [.reset(3)], .connectionError(.protocolError)),
    ServerRow(
      "9113 6.4",
      "RST_STREAM of three bytes",
      [.headers(1, request), Frame(kind: Frame.Kind.reset, stream: 1, payload: [0, 0, 8])],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 6.4",
      "RST_STREAM of five bytes",
      [.headers(1, request), Frame(kind: Frame.Kind.reset, stream: 1, payload: [0, 0, 0, 0, 8])],
      .connectionError(.frameSizeError)
    ),
  ]

  private static let settings: [ServerRow] = [
    ServerRow(
      "9113 6.5",
      "SETTINGS with ACK and a payload",
      [Frame(kind: Frame.Kind.settings, flags: .ack, payload: [0, 1, 0, 0, 16, 0])],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 6.5",
      "SETTINGS on a stream",
      [Frame(kind: Frame.Kind.settings, stream: 1)],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.5",
      "SETTINGS of five bytes",
      [Frame(kind: Frame.Kind.settings, payload: [0, 1, 0, 0, 0])],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 6.5",
      "SETTINGS of seven bytes",
      [Frame(kind: Frame.Kind.settings, payload: [0, 1, 0, 0, 16, 0, 0])],
      .connectionError(.frameSizeError)
    ),
    ServerRow("9113 6.5", "ACK of the server's SETTINGS", [.settingsAck] + calls(1), .answered([1])),
    ServerRow("9113 6.5.2", "ENABLE_PUSH of 2", [.settings(.enablePush(2))], .connectionError(.protocolError)),
    ServerRow(
      "9113 6.5.2",
      "ENABLE_PUSH of 0 and of 1",
      [.settings(.enablePush(0)), .settings(.enablePush(1))],
      .ignored
    ),
    ServerRow(
      "9113 6.5.2",
      "INITIAL_WINDOW_SIZE of 2^31",
      [.settings(.initialWindowSize(0x8000_0000))],
      .connectionError(.flowControlError)
    ),
    ServerRow(
      "9113 6.5.2",
      "INITIAL_WINDOW_SIZE of 2^31-1",
      [.settings(.initialWindowSize(0x7fff_ffff))] + calls(1),
      .answered([1])
    ),
    ServerRow(
      "9113 6.5.2",
      "MAX_FRAME_SIZE of 16,383",
      [.settings(.maxFrameSize(16_383))],
      .connectionError(.protocolError)
    ),
    ServerRow("9113 6.5.2", "MAX_FRAME_SIZE of 16,384", [.settings(.maxFrameSize(16_384))] + calls(1), .answered([1])),
    ServerRow(
      "9113 6.5.2",
      "MAX_FRAME_SIZE of 2^24-1",
      [.settings(.maxFrameSize(0xff_ffff))] + calls(1),
      .answered([1])
    ),
    ServerRow(
      "9113 6.5.2",
      "MAX_FRAME_SIZE of 2^24",
      [.settings(.maxFrameSize(0x100_0000))],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.5.2",
      "HEADER_TABLE_SIZE of 0",
      [.settings(.headerTableSize(0))] + calls(1, 3),
      .answered([1, 3])
    ),
    ServerRow(
      "9113 6.5.2",
      "HEADER_TABLE_SIZE of 2^32-1",
      [.settings(.headerTableSize(.max))] + calls(1, 3),
      .answered([1, 3])
    ),
    ServerRow(
      "9113 6.5.2",
      "MAX_CONCURRENT_STREAMS of 0 binds the server, not the client",
      [.settings(.maxConcurrentStreams(0))] + calls(1),
      .answered([1])
    ),
    ServerRow(
      "9113 6.5.2",
      "MAX_HEADER_LIST_SIZE is advice",
      [.settings(.maxHeaderListSize(1))] + calls(1),
      .answered([1])
    ),
    ServerRow("9113 6.5.2", "an unknown setting", [.settings(.unknown(0xff, 7))] + calls(1), .answered([1])),
    ServerRow("9113 6.5.3", "SETTINGS are acknowledged", [.settings(.headerTableSize(100))], .frame(.settingsAck)),
    ServerRow(
      "9113 6.5.3",
      "the last of several values counts",
      [.send(.settings(.initialWindowSize(100), .initialWindowSize(1)))] + Step.call(1) + [.awaitStall(1, bytes: 1)],
      .ignored
    ),
  ]

  private static let pushPromise: [ServerRow] = [
    ServerRow(
      "9113 6.6",
      "PUSH_PROMISE from a client",
      [.headers(1, request), .pushPromise(1, promising: 2, request)],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 8.4",
      "PUSH_PROMISE from a client on an idle stream",
      [.pushPromise(1, promising: 2, request)],
      .connectionError(.protocolError)
    ),
  ]

  private static let ping: [ServerRow] = [
    ServerRow("9113 6.7", "PING comes back with its payload", [.ping(eight)], .frame(.ping(eight, .ack))),
    ServerRow("9113 6.7", "PING with ACK is not answered", [.ping(eight, .ack)], .noFrame(.ping(eight, .ack))),
    ServerRow(
      "9113 6.7",
      "PING on a stream",
      [Frame(kind: Frame.Kind.ping, stream: 1, payload: eight)],
      .connectionError(.protocolError)
    ),
    ServerRow("9113 6.7", "PING of six bytes", [.ping([1, 2, 3, 4, 5, 6])], .connectionError(.frameSizeError)),
    ServerRow("9113 6.7", "PING of nine bytes", [.ping(eight + [9])], .connectionError(.frameSizeError)),
  ]

  private static let goAway: [ServerRow] = [
    ServerRow(
      "9113 6.8",
      "GOAWAY on a stream",
      [Frame(kind: Frame.Kind.goAway, stream: 1, payload: eight)],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.8",
      "GOAWAY of seven bytes",
      [Frame(kind: Frame.Kind.goAway, payload: Array(eight.dropLast()))],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 6.8",
      "GOAWAY lets calls in progress finish",
      [.headers(1, request), .goAway(), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 6.8",
      "GOAWAY with debug data",
      [.headers(1, request), .goAway(debug: eight), .data(1, hello)],
      .answered([1])
    ),
  ]
}
