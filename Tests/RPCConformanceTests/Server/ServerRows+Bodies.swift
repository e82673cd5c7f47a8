extension ServerRows {
  /// RFC 9113 §6.1, §6.2 and §6.10.
  static let bodies: [ServerRow] = data + headers + continuation

  private static let data: [ServerRow] = [
    ServerRow(
      "9113 6.1",
      "several DATA frames",
      [.headers(1, request)] + hello.map { .data(1, [$0], []) } + [.data(1, [])],
      .answered([1])
    ),
    ServerRow(
      "9113 6.1",
      "DATA with padding",
      [.headers(1, request), .data(1, Frame.padded(hello, by: 200), [.padded, .endStream])],
      .answered([1])
    ),
    ServerRow(
      "9113 6.1",
      "DATA with a padding of no bytes",
      [.headers(1, request), .data(1, Frame.padded(hello, by: 0), [.padded, .endStream])],
      .answered([1])
    ),
    ServerRow(
      "9113 6.1",
      "empty DATA with padding only",
      [.headers(1, request), .data(1, Frame.padded([], by: 9), .padded), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 6.1",
      "padding as long as the payload",
      [.headers(1, request), .data(1, [6, 0, 0, 0, 0, 0], [.padded, .endStream])],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.1",
      "padding longer than the payload",
      [.headers(1, request), .data(1, [255, 0, 0], [.padded, .endStream])],
      .connectionError(.protocolError)
    ),
    // Too small (§4.2, FRAME_SIZE_ERROR) or padding that is not there (§6.1, PROTOCOL_ERROR): the RFC permits both.
    ServerRow(
      "9113 6.1",
      "DATA with the flag but without the pad length",
      [.headers(1, request), .data(1, [], [.padded, .endStream])],
      .connectionError(.protocolError)
    ),
    ServerRow("9113 6.1", "DATA on stream 0", [.data(0, hello)], .connectionError(.protocolError)),
    ServerRow(
      "9113 6.1",
      "empty DATA ends a stream",
      [.headers(1, request), .data(1, hello, []), .data(1, [])],
      .answered([1])
    ),
  ]

  private static let headers: [ServerRow] = [
    ServerRow(
      "9113 6.2",
      "HEADERS with padding",
      [.headers(1, Frame.padded(request, by: 100), [.padded, .endHeaders]), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 6.2",
      "HEADERS with padding and a priority",
      [
        .headers(1, Frame.padded(Frame.priorityFields(on: 0) + request, by: 1), [.padded, .priority, .endHeaders]),
        .data(1, hello),
      ],
      .answered([1])
    ),
    ServerRow(
      "9113 6.2",
      "padding longer than the payload",
      [.headers(1, [255] + request, [.padded, .endHeaders])],
      .connectionError(.protocolError)
    ),
    // Too small (§4.2, FRAME_SIZE_ERROR) or padding that is not there (§6.1, PROTOCOL_ERROR): the RFC permits both.
    ServerRow(
      "9113 6.2",
      "HEADERS with the flag but without the pad length",
      [.headers(1, [], [.padded, .endHeaders])],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.2",
      "HEADERS with the flag but without the priority",
      [.headers(1, [0, 0], [.priority, .endHeaders])],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 6.2",
      "DATA before the field block is whole",
      [.headers(1, request, []), .data(1, hello)],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.2",
      "HEADERS of its own stream before the field block is whole",
      [.headers(1, request, []), .headers(1, [])],
      .connectionError(.protocolError)
    ),
  ]

  private static let continuation: [ServerRow] = [
    ServerRow(
      "9113 6.10",
      "one CONTINUATION",
      [.headers(1, request, []), .continuation(1, []), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 6.10",
      "several CONTINUATION frames",
      [
        .headers(1, request, []), .continuation(1, HPACK.literal("a", "1"), []), .continuation(1, [], []),
        .continuation(1, HPACK.literal("b", "2")), .data(1, hello),
      ],
      .answered([1])
    ),
    ServerRow(
      "9113 6.10",
      "END_STREAM of HEADERS holds with CONTINUATION",
      [.send(.headers(1, request, .endStream)), .send(.continuation(1, [])), .awaitEnd(1)],
      .ignored
    ),
    ServerRow(
      "9113 6.10",
      "CONTINUATION, then DATA",
      [.headers(1, request, []), .continuation(1, [], []), .data(1, hello)],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.10",
      "CONTINUATION on stream 0",
      [.headers(1, request, []), .continuation(0, [])],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.10",
      "CONTINUATION of another stream",
      [.headers(1, request, []), .continuation(3, [])],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.10",
      "CONTINUATION after HEADERS with END_HEADERS",
      [.headers(1, request), .continuation(1, [])],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.10",
      "CONTINUATION after CONTINUATION with END_HEADERS",
      [.headers(1, request, []), .continuation(1, []), .continuation(1, [])],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 6.10",
      "CONTINUATION after DATA",
      [.headers(1, request), .data(1, hello, []), .continuation(1, [])],
      .connectionError(.protocolError)
    ),
  ]
}
