extension ClientRows {
  /// RFC 9113 §5.2 and §6.9.
  static let flow: [ClientRow] = windowUpdate + sending + receiving

  private static let windowUpdate: [ClientRow] = [
    accepted(
      "9113 6.9",
      "WINDOW_UPDATE of the connection and the stream",
      .windowUpdate(0, by: 1),
      .windowUpdate(1, by: 1)
    ),
    fatal("9113 6.9", "WINDOW_UPDATE of the connection by 0", .windowUpdate(0, by: 0), code: .protocolError),
    ClientRow(
      "9113 6.9",
      "WINDOW_UPDATE of the stream by 0",
      [.windowUpdate(1, by: 0)],
      .streamOrConnectionError(.protocolError),
      .unavailable
    ),
    fatal(
      "9113 6.9",
      "WINDOW_UPDATE of three bytes",
      Frame(kind: Frame.Kind.windowUpdate, payload: [0, 0, 1]),
      code: .frameSizeError
    ),
    fatal(
      "9113 6.9.1",
      "the window of the connection above 2^31-1",
      .windowUpdate(0, by: 0x7fff_ffff),
      code: .flowControlError
    ),
    ClientRow(
      "9113 6.9.1",
      "the window of the stream above 2^31-1",
      [.windowUpdate(1, by: 0x7fff_ffff)],
      .streamError(.flowControlError)
    ),
  ]

  /// The client's request waits for the server's windows.
  private static let sending: [ClientRow] = [
    ClientRow(
      "9113 6.9.1",
      "no more DATA than the stream's window",
      [
        .send(.settings(.initialWindowSize(1))), .awaitStall(1, bytes: 1), .send(.windowUpdate(1, by: 100)),
        .awaitEnd(1),
      ]
        + answer(1).map(Step.send),
      .alive,
      .ok,
      handshake: false
    ),
    ClientRow(
      "9113 6.9.2",
      "a larger initial window opens the stream that waits",
      [
        .send(.settings(.initialWindowSize(0))), .awaitFrame(Frame.Kind.headers, stream: 1), .awaitStall(1, bytes: 0),
        .send(.settings(.initialWindowSize(5))), .awaitStall(1, bytes: 5), .send(.settings(.initialWindowSize(50))),
        .awaitEnd(1),
      ] + answer(1).map(Step.send),
      .alive,
      .ok,
      handshake: false
    ),
    ClientRow(
      "9113 6.9.2",
      "a window may become negative",
      [
        .send(.settings(.initialWindowSize(3))), .awaitStall(1, bytes: 3), .send(.settings(.initialWindowSize(0))),
        .send(.windowUpdate(1, by: 3)), .awaitStall(1, bytes: 3), .send(.windowUpdate(1, by: 100)), .awaitEnd(1),
      ] + answer(1).map(Step.send),
      .alive,
      .ok,
      handshake: false
    ),
  ]

  /// The client's windows are 65,535 bytes here. It gives credit as the caller takes messages, which it does not.
  private static let receiving: [ClientRow] = [
    ClientRow(
      "9113 6.9.1",
      "as much DATA as the window",
      messages(15) + [
        .send(.data(1, Body.message(size: 4_095), [])), .send(.headers(1, trailers, [.endHeaders, .endStream])),
      ],
      // The response is whole; the client gives up its request.
      .streamError(.noError),
      .ok,
      call: .unreadChat
    ),
    ClientRow(
      "9113 6.9.1",
      "a byte more than the window",
      messages(16),
      .connectionError(.flowControlError),
      .unavailable,
      call: .unreadChat
    ),
    ClientRow(
      "9113 6.9.1",
      "padding counts",
      messages(15) + (0..<16).map { _ in .send(.data(1, Frame.padded([], by: 255), .padded)) },
      .connectionError(.flowControlError),
      .unavailable,
      call: .unreadChat
    ),
  ]

  /// The head of a response and messages of 4,096 bytes each.
  private static func messages(_ count: Int) -> [Step] {
    [.send(.headers(1, head))] + (0..<count).map { _ in .send(.data(1, Body.message(size: 4_096), [])) }
  }
}
