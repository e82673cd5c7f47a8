extension ClientRows {
  /// RFC 9113 §5.1, §6.1, §6.2 and §8.4.
  static let streams: [ClientRow] = idle + closed + data + headers + push

  private static let idle: [ClientRow] = [
    fatal("9113 5.1", "HEADERS on an idle stream", .headers(3, head), code: .protocolError),
    fatal("9113 5.1", "DATA on an idle stream", .data(3, hello), code: .protocolError),
    fatal("9113 5.1", "RST_STREAM on an idle stream", .reset(3), code: .protocolError),
    fatal("9113 5.1", "WINDOW_UPDATE on an idle stream", .windowUpdate(3, by: 1), code: .protocolError),
    accepted("9113 5.1", "PRIORITY on an idle stream", .priority(3, on: 0)),
    fatal("9113 5.1.1", "HEADERS on a stream of the server's own", .headers(2, head), code: .protocolError),
    fatal("9113 5.1.1", "HEADERS on stream 0", .headers(0, head), code: .protocolError),
  ]

  /// After the whole response; RFC 9113 §5.1 lets a client ignore what comes on a closed stream.
  private static let closed: [ClientRow] = [
    ClientRow("9113 5.1", "DATA on a closed stream", answer(1) + [.data(1, hello)], .alive),
    ClientRow("9113 5.1", "HEADERS on a closed stream", answer(1) + [.headers(1, head)], .alive),
    ClientRow("9113 5.1", "WINDOW_UPDATE on a closed stream", answer(1) + [.windowUpdate(1, by: 1)], .alive),
    ClientRow("9113 5.1", "RST_STREAM on a closed stream", answer(1) + [.reset(1)], .alive),
    ClientRow("9113 5.1", "PRIORITY on a closed stream", answer(1) + [.priority(1, on: 0)], .alive),
  ]

  private static let data: [ClientRow] = [
    ClientRow(
      "9113 6.1",
      "DATA with padding",
      [
        .headers(1, head), .data(1, Frame.padded(hello, by: 255), .padded),
        .headers(1, trailers, [.endHeaders, .endStream]),
      ],
      .alive
    ),
    fatal(
      "9113 6.1",
      "padding longer than the payload",
      .headers(1, head),
      .data(1, [9, 0], .padded),
      code: .protocolError
    ),
    fatal("9113 6.1", "DATA on stream 0", .data(0, hello), code: .protocolError),
    ClientRow(
      "9113 8.1",
      "DATA before HEADERS",
      [.data(1, hello, [])],
      .streamOrConnectionError(.protocolError),
      .unavailable
    ),
    ClientRow(
      "9113 6.1",
      "DATA in single bytes",
      [.headers(1, head)] + hello.map { Frame.data(1, [$0], []) } + [.headers(1, trailers, [.endHeaders, .endStream])],
      .alive
    ),
  ]

  private static let headers: [ClientRow] = [
    ClientRow(
      "9113 6.2",
      "HEADERS with padding and a priority",
      [.headers(1, Frame.padded(Frame.priorityFields(on: 0) + head, by: 7), [.padded, .priority, .endHeaders])]
        + answer(1).dropFirst(),
      .alive
    ),
    fatal(
      "9113 6.2",
      "padding longer than the payload",
      .headers(1, [255] + head, [.padded, .endHeaders]),
      code: .protocolError
    ),
    fatal(
      "9113 6.2",
      "HEADERS too short for their priority",
      .headers(1, [0], [.priority, .endHeaders]),
      code: .frameSizeError
    ),
  ]

  /// The client has switched push off.
  private static let push: [ClientRow] = [
    ClientRow(
      "9113 6.6",
      "PUSH_PROMISE of a server that may not know yet that push is off",
      [.pushPromise(1, promising: 2, HeaderList.request.block)] + answer(1),
      .frame(.reset(2, ErrorCode.cancel.rawValue))
    ),
    fatal(
      "9113 8.4",
      "PUSH_PROMISE of a server that knows that push is off",
      .settingsAck,
      .pushPromise(1, promising: 2, HeaderList.request.block),
      code: .protocolError
    ),
    fatal("9113 6.6", "PUSH_PROMISE on stream 0", .pushPromise(0, promising: 2, head), code: .protocolError),
    fatal("9113 6.6", "PUSH_PROMISE on an idle stream", .pushPromise(3, promising: 2, head), code: .protocolError),
    fatal(
      "9113 6.6",
      "PUSH_PROMISE of a stream of the client's",
      .pushPromise(1, promising: 3, head),
      code: .protocolError
    ),
  ]
}
