internal import RPCCore

extension ClientRows {
  /// RFC 9113 §8.
  static let responses: [ClientRow] = exchange + fields + lengths

  private static let base = HeaderList.response

  private static func malformed(_ section: String, _ says: String, _ headers: HeaderList) -> ClientRow {
    ClientRow(
      "9113 \(section)",
      says,
      [.headers(1, headers.block)] + answer(1).dropFirst(),
      .streamError(.protocolError)
    )
  }

  private static func good(_ section: String, _ says: String, _ headers: HeaderList) -> ClientRow {
    ClientRow("9113 \(section)", says, [.headers(1, headers.block)] + answer(1).dropFirst(), .alive)
  }

  private static let exchange: [ClientRow] = [
    accepted("9113 8.1", "an interim response", .headers(1, HeaderList([(":status", "103")]).block)),
    ClientRow(
      "9113 8.1",
      "an interim response that ends the stream",
      [.headers(1, HeaderList([(":status", "103")]).block, [.endHeaders, .endStream])],
      .streamError(.protocolError)
    ),
    malformed("8.6", "status 101", base.setting(":status", to: "101")),
    ClientRow(
      "9113 8.1",
      "trailers without END_STREAM",
      [.headers(1, head), .data(1, hello, []), .headers(1, trailers)],
      .streamError(.protocolError)
    ),
    ClientRow(
      "9113 8.3",
      "a pseudo-field in trailers",
      [.headers(1, head), .data(1, hello, []), .headers(1, base.block + trailers, [.endHeaders, .endStream])],
      .streamError(.protocolError)
    ),
    ClientRow(
      "9113 8.1",
      "a response that is its trailers only",
      [.headers(1, head + HPACK.literal("grpc-status", "5"), [.endHeaders, .endStream])],
      .alive,
      .notFound
    ),
    ClientRow(
      "9113 8.1",
      "a body that ends without trailers",
      [.headers(1, head), .data(1, hello)],
      .alive,
      .internal
    ),
    ClientRow(
      "9113 8.1",
      "a whole response before the request is whole, then RST_STREAM with NO_ERROR",
      (answer(1) + [.reset(1, 0)]).map(Step.send),
      .alive,
      .ok,
      call: .unreadChat
    ),
  ]

  private static let fields: [ClientRow] = [
    malformed("8.2.1", "a name with a capital letter", base.with("Server", "a")),
    malformed("8.2.1", "a name with a space", base.with("x y", "a")),
    malformed("8.2.1", "a value with LF", base.with("x", "a\nb")),
    malformed("8.2.1", "a value with NUL", base.with("x", "a\0b")),
    good("8.2.1", "an empty value", base.with("x", "")),
    malformed("8.2.2", "connection", base.with("connection", "close")),
    malformed("8.2.2", "transfer-encoding", base.with("transfer-encoding", "chunked")),
    malformed("8.2.2", "upgrade", base.with("upgrade", "h2c")),
    malformed("8.3", "an unknown pseudo-field", HeaderList([(":test", "1")] + base.fields)),
    malformed("8.3", "a pseudo-field of requests", HeaderList([(":path", "/")] + base.fields)),
    malformed("8.3", "a pseudo-field behind a regular one", HeaderList(base.fields.reversed())),
    malformed("8.3.2", "no :status", base.without(":status")),
    malformed("8.3.2", ":status twice", HeaderList([(":status", "200")] + base.fields)),
    malformed("8.3.2", "a :status of two digits", base.setting(":status", to: "20")),
    malformed("8.3.2", "a :status that is no number", base.setting(":status", to: "abc")),
  ]

  private static let lengths: [ClientRow] = [
    good("8.1.1", "the right content-length", base.with("content-length", String(hello.count))),
    malformed("8.1.1", "a content-length above the body", base.with("content-length", "100")),
    malformed("8.1.1", "a content-length below the body", base.with("content-length", "1")),
    malformed("8.1.1", "two content-lengths", base.with("content-length", "12").with("content-length", "13")),
    malformed("8.1.1", "a content-length that is no number", base.with("content-length", "-1")),
  ]
}
