extension ServerRows {
  /// RFC 9113 §5.2 and §6.9.
  static let flow: [ServerRow] = windowUpdate + windows + initialWindow

  private static let windowUpdate: [ServerRow] = [
    ServerRow("9113 6.9", "WINDOW_UPDATE of the connection", [.windowUpdate(0, by: 1)], .ignored),
    ServerRow(
      "9113 6.9",
      "WINDOW_UPDATE of a stream",
      [.headers(1, request), .windowUpdate(1, by: 1), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 6.9",
      "WINDOW_UPDATE of the connection by 0",
      [.windowUpdate(0, by: 0)],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.9",
      "WINDOW_UPDATE of a stream by 0",
      [.headers(1, request), .windowUpdate(1, by: 0)],
      .streamOrConnectionError(.protocolError, stream: 1)
    ),
    ServerRow("9113 6.9", "the reserved bit of the increment", [.windowUpdate(0, by: 0x8000_0001)], .ignored),
    ServerRow(
      "9113 6.9",
      "WINDOW_UPDATE of three bytes",
      [Frame(kind: Frame.Kind.windowUpdate, payload: [0, 0, 1])],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 6.9",
      "WINDOW_UPDATE of five bytes",
      [Frame(kind: Frame.Kind.windowUpdate, payload: [0, 0, 0, 0, 1])],
      .connectionError(.frameSizeError)
    ),
  ]

  private static let windows: [ServerRow] = [
    ServerRow(
      "9113 6.9.1",
      "no more DATA than the stream's window",
      [.send(.settings(.initialWindowSize(1)))] + Step.call(1) + [
        .awaitStall(1, bytes: 1), .send(.windowUpdate(1, by: 100)),
      ],
      .answered([1])
    ),
    ServerRow(
      "9113 6.9.1",
      "no more DATA than the connection's window",
      [.send(.settings(.initialWindowSize(1 << 20)))]
        + upload(1, size: 70_000) + [.awaitStall(1, bytes: 65_535), .send(.windowUpdate(0, by: 10_000))],
      .answered([1])
    ),
    ServerRow(
      "9113 6.9.1",
      "the window of the connection above 2^31-1 in one step",
      [.windowUpdate(0, by: 0x7fff_ffff)],
      .connectionError(.flowControlError)
    ),
    ServerRow(
      "9113 6.9.1",
      "the window of the connection above 2^31-1 in two steps",
      [.windowUpdate(0, by: 0x7fff_ffff - 65_535), .windowUpdate(0, by: 1)],
      .connectionError(.flowControlError)
    ),
    ServerRow(
      "9113 6.9.1",
      "the window of a stream above 2^31-1",
      [.headers(1, request), .windowUpdate(1, by: 0x7fff_ffff)],
      .streamError(.flowControlError, stream: 1)
    ),
    ServerRow(
      "9113 6.9.1",
      "the window of a stream of 2^31-1",
      [.headers(1, request), .windowUpdate(1, by: 0x7fff_ffff - 65_535), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 5.2.1",
      "empty DATA needs no window",
      [.send(.settings(.initialWindowSize(0))), .send(.headers(1, request)), .send(.data(1, [])), .awaitEnd(1)],
      .ignored
    ),
  ]

  private static let initialWindow: [ServerRow] = [
    ServerRow(
      "9113 6.9.2",
      "a larger initial window opens the streams that wait",
      [.send(.settings(.initialWindowSize(0)))] + Step.call(1) + [
        .awaitStall(1, bytes: 0), .send(.settings(.initialWindowSize(5))), .awaitStall(1, bytes: 5),
        .send(.settings(.initialWindowSize(100))),
      ],
      .answered([1])
    ),
    ServerRow(
      "9113 6.9.2",
      "a window may become negative",
      [.send(.settings(.initialWindowSize(3)))] + Step.call(1) + [
        .awaitStall(1, bytes: 3), .send(.settings(.initialWindowSize(2))), .send(.windowUpdate(1, by: 1)),
        .awaitStall(1, bytes: 3), .send(.windowUpdate(1, by: 1)), .awaitStall(1, bytes: 4),
        .send(.windowUpdate(1, by: 100)),
      ],
      .answered([1])
    ),
    ServerRow(
      "9113 6.9.2",
      "an initial window that takes a stream's window above 2^31-1",
      [.headers(1, request), .windowUpdate(1, by: 1), .settings(.initialWindowSize(0x7fff_ffff))],
      .connectionError(.flowControlError)
    ),
    ServerRow(
      "9113 6.9.2",
      "SETTINGS do not change the connection's window",
      [.send(.settings(.initialWindowSize(1 << 20)))] + upload(1, size: 66_000) + [
        .awaitStall(1, bytes: 65_535), .send(.settings(.initialWindowSize(1 << 21))), .awaitStall(1, bytes: 65_535),
        .send(.windowUpdate(0, by: 10_000)),
      ],
      .answered([1])
    ),
  ]

  /// A call of Echo with a large request.
  private static func upload(_ stream: UInt32, size: Int) -> [Step] {
    let message = Body.message(size: size)
    let frames = stride(from: 0, to: size, by: 16_384).map { start in
      let end = min(start + 16_384, size)
      return Step.send(.data(stream, Array(message[start..<end]), end == size ? .endStream : []))
    }
    return [.send(.headers(stream, request))] + frames
  }
}
