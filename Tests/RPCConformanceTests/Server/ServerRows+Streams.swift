extension ServerRows {
  /// RFC 9113 §5.1 to §5.3.
  static let streams: [ServerRow] = idle + halfClosed + closed + numbers + concurrency + priorities

  private static let idle: [ServerRow] = [
    ServerRow("9113 5.1", "DATA on an idle stream", [.data(1, hello)], .connectionError(.protocolError)),
    ServerRow("9113 5.1", "RST_STREAM on an idle stream", [.reset(1)], .connectionError(.protocolError)),
    ServerRow(
      "9113 5.1",
      "WINDOW_UPDATE on an idle stream",
      [.windowUpdate(1, by: 1)],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 5.1",
      "CONTINUATION on an idle stream",
      [.continuation(1, request)],
      .connectionError(.protocolError)
    ),
    ServerRow("9113 5.1", "PRIORITY on an idle stream", [.priority(1, on: 0)] + calls(1), .answered([1])),
    ServerRow(
      "9113 5.1.1",
      "DATA on a stream that a later one has closed unused",
      calls(5) + [.data(3, hello)],
      .ignored
    ),
    ServerRow(
      "9113 5.1.1",
      "PRIORITY on a stream that a later one has closed unused",
      calls(5) + [.priority(3, on: 0)],
      .answered([5])
    ),
  ]

  /// Half-closed (remote): the request is whole, the response still to come; a request without its message gets its
  /// response at once, so the stream of Chat is used.
  private static let halfClosed: [ServerRow] = [
    ServerRow(
      "9113 5.1",
      "DATA after END_STREAM",
      openCalls(1) + [.data(1, hello)],
      .streamOrConnectionError(.streamClosed, stream: 1)
    ),
    ServerRow(
      "9113 5.1",
      "HEADERS after END_STREAM",
      openCalls(1) + [.headers(1, request)],
      .streamOrConnectionError(.streamClosed, stream: 1)
    ),
    ServerRow(
      "9113 5.1",
      "CONTINUATION after END_STREAM",
      openCalls(1) + [.continuation(1, [])],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 5.1",
      "WINDOW_UPDATE after END_STREAM",
      stalledCall(1) + [.windowUpdate(1, by: 100)],
      .answered([1])
    ),
    ServerRow(
      "9113 5.1",
      "PRIORITY after END_STREAM",
      stalledCall(1) + [.priority(1, on: 0), .windowUpdate(1, by: 100)],
      .answered([1])
    ),
    ServerRow(
      "9113 5.1",
      "RST_STREAM after END_STREAM",
      stalledCall(1) + [.reset(1)] + [.settings(.initialWindowSize(100))] + calls(3),
      .answered([3])
    ),
  ]

  /// A call whose response waits for the client's window.
  private static func stalledCall(_ stream: UInt32) -> [Frame] {
    [.settings(.initialWindowSize(0))] + calls(stream)
  }

  /// The same, which the RFC calls half-closed (remote).
  private static func openCalls(_ stream: UInt32) -> [Frame] { stalledCall(stream) }

  private static func afterEnd(_ frames: Frame...) -> [Step] {
    Step.call(1) + [.awaitEnd(1)] + frames.map(Step.send)
  }

  /// After a whole exchange a stream is closed, and so it is after RST_STREAM. RFC 9113 §5.1 lets a server ignore what
  /// comes then; the blocks of headers still have to be decoded.
  private static let closed: [ServerRow] = [
    ServerRow("9113 5.1", "DATA after RST_STREAM", [.headers(1, request), .reset(1), .data(1, hello)], .ignored),
    ServerRow(
      "9113 5.1",
      "HEADERS after RST_STREAM",
      [.headers(1, request), .reset(1), .headers(1, request)],
      .ignored
    ),
    ServerRow(
      "9113 5.1",
      "CONTINUATION after RST_STREAM",
      [.headers(1, request), .reset(1), .continuation(1, [])],
      .connectionError(.protocolError)
    ),
    ServerRow("9113 5.1", "DATA on a closed stream", afterEnd(.data(1, hello)), .ignored),
    ServerRow("9113 5.1", "HEADERS on a closed stream", afterEnd(.headers(1, request)), .ignored),
    ServerRow(
      "9113 5.1",
      "CONTINUATION on a closed stream",
      afterEnd(.continuation(1, [])),
      .connectionError(.protocolError)
    ),
    ServerRow("9113 5.1", "PRIORITY on a closed stream", afterEnd(.priority(1, on: 0)), .ignored),
    ServerRow("9113 5.1", "WINDOW_UPDATE on a closed stream", afterEnd(.windowUpdate(1, by: 1)), .ignored),
    ServerRow("9113 5.1", "RST_STREAM on a closed stream", afterEnd(.reset(1)), .ignored),
  ]

  private static let numbers: [ServerRow] = [
    ServerRow("9113 5.1.1", "HEADERS with an even number", [.headers(2, request)], .connectionError(.protocolError)),
    ServerRow(
      "9113 5.1.1",
      "a number below one used before",
      calls(5) + [.headers(3, request)],
      .connectionError(.protocolError)
    ),
    ServerRow("9113 5.1.1", "numbers may be skipped", calls(1, 7, 101), .answered([1, 7, 101])),
    ServerRow("9113 5.1.1", "the highest number", calls(0x7fff_ffff), .answered([0x7fff_ffff])),
    ServerRow("9113 5.1.1", "HEADERS on stream 0", [.headers(0, request)], .connectionError(.protocolError)),
  ]

  private static let concurrency: [ServerRow] = [
    ServerRow(
      "9113 5.1.2",
      "as many streams as the limit",
      open(firstStreams) + firstStreams.map { Frame.data($0, hello) },
      .answered(firstStreams)
    ),
    ServerRow(
      "9113 5.1.2",
      "one stream more than a limit that the client may not know yet",
      open(firstStreams + [surplusStream]),
      .streamError(.refusedStream, stream: surplusStream)
    ),
    ServerRow(
      "9113 5.1.2",
      "one stream more than a limit that the client has acknowledged",
      [.settingsAck] + open(firstStreams + [surplusStream]),
      .streamOrConnectionError(.protocolError, stream: surplusStream)
    ),
    ServerRow(
      "9113 5.1.2",
      "streams that are closed do not count",
      (firstStreams + [surplusStream]).flatMap { [Frame.headers($0, request), .reset($0)] },
      .ignored
    ),
  ]

  /// As many streams as may be open at once, and the next one.
  private static let firstStreams: [UInt32] = Array(stride(from: 1, to: UInt32(streamLimit) * 2, by: 2))
  private static let surplusStream = UInt32(streamLimit) * 2 + 1

  private static func open(_ streams: [UInt32]) -> [Frame] {
    streams.map { .headers($0, request) }
  }

  /// RFC 9113 §5.3 has dropped what priorities meant; what they say is ignored, wrong or not.
  private static let priorities: [ServerRow] = [
    ServerRow(
      "9113 5.3",
      "PRIORITY of an open stream",
      [.headers(1, request), .priority(1, on: 0, weight: 255), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 5.3",
      "PRIORITY, exclusive",
      [.headers(1, request), .priority(1, on: 3, exclusive: true), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 5.3",
      "PRIORITY on an idle stream as its parent",
      [.priority(1, on: 99, weight: 0)] + calls(1),
      .answered([1])
    ),
    ServerRow(
      "9113 5.3",
      "HEADERS with a priority",
      [.headers(1, Frame.priorityFields(on: 0, weight: 255) + request, [.endHeaders, .priority]), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 5.3",
      "HEADERS with a priority on an idle stream, exclusive",
      [
        .headers(1, Frame.priorityFields(on: 7, exclusive: true) + request, [.endHeaders, .priority]), .data(1, hello),
      ],
      .answered([1])
    ),
  ]
}
