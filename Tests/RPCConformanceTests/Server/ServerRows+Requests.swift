extension ServerRows {
  /// RFC 9113 §8.
  static let requests: [ServerRow] = exchange + names + pseudoFields + connectionFields + lengths

  private static let base = HeaderList.request

  private static func malformed(_ section: String, _ says: String, _ headers: HeaderList) -> ServerRow {
    ServerRow(
      "9113 \(section)",
      says,
      [.headers(1, headers.block), .data(1, hello)],
      .streamError(.protocolError, stream: 1)
    )
  }

  private static func good(_ section: String, _ says: String, _ headers: HeaderList) -> ServerRow {
    ServerRow("9113 \(section)", says, [.headers(1, headers.block), .data(1, hello)], .answered([1]))
  }

  private static let exchange: [ServerRow] = [
    ServerRow(
      "9113 8.1",
      "a request with trailers",
      [
        .headers(1, request), .data(1, hello, []),
        .headers(1, HeaderList([("x-trailer", "1")]).block, [.endHeaders, .endStream]),
      ],
      .answered([1])
    ),
    ServerRow(
      "9113 8.1",
      "a second HEADERS without END_STREAM",
      [.headers(1, request), .data(1, hello, []), .headers(1, HeaderList([("x-trailer", "1")]).block), .data(1, [])],
      .streamError(.protocolError, stream: 1)
    ),
    ServerRow("9113 8.1", "several requests at once", calls(1, 3, 5, 7), .answered([1, 3, 5, 7])),
    ServerRow(
      "9113 8.1",
      "requests interleaved",
      [.headers(1, request), .headers(3, request), .data(3, hello), .data(1, hello)],
      .answered([1, 3])
    ),
    ServerRow(
      "9113 8.1.1",
      "the connection outlives a malformed request",
      [.headers(1, base.with("A", "b").block)] + calls(3),
      .streamErrorThenAnswer(.protocolError, stream: 1, answered: 3)
    ),
  ]

  private static let names: [ServerRow] = [
    malformed("8.2.1", "a name with a capital letter", base.with("X-test", "1")),
    malformed("8.2.1", "a name with a space", base.with("x test", "1")),
    malformed("8.2.1", "a name with a control character", base.with("x\u{1}", "1")),
    malformed("8.2.1", "a name with DEL", base.with("x\u{7f}", "1")),
    malformed("8.2.1", "a name beyond ASCII", base.with("xé", "1")),
    malformed("8.2.1", "a name with a colon within", base.with("x:y", "1")),
    malformed("8.2.1", "an empty name", base.with("", "1")),
    malformed("8.2.1", "a value with NUL", base.with("x", "a\0b")),
    malformed("8.2.1", "a value with CR", base.with("x", "a\rb")),
    malformed("8.2.1", "a value with LF", base.with("x", "a\nb")),
    malformed("8.2.1", "a value that begins with a space", base.with("x", " a")),
    malformed("8.2.1", "a value that ends with a tab", base.with("x", "a\t")),
    good("8.2.1", "an empty value", base.with("x", "")),
    good("8.2.1", "a value with a tab within", base.with("x", "a\tb")),
    good("8.2.3", "several cookie fields", base.with("cookie", "a=1").with("cookie", "b=2")),
  ]

  private static let pseudoFields: [ServerRow] = [
    malformed("8.3", "an unknown pseudo-field", HeaderList([(":test", "1")] + base.fields)),
    malformed("8.3", "a pseudo-field of responses", HeaderList([(":status", "200")] + base.fields)),
    malformed(
      "8.3",
      "a pseudo-field behind a regular one",
      base.without(":path").with(":path", "/test.Conformance/Echo")
    ),
    malformed("8.3", "a pseudo-field twice", HeaderList([(":method", "POST")] + base.fields)),
    malformed("8.3.1", "no :method", base.without(":method")),
    malformed("8.3.1", "no :scheme", base.without(":scheme")),
    malformed("8.3.1", "no :path", base.without(":path")),
    malformed("8.3.1", "an empty :path", base.setting(":path", to: "")),
    malformed("8.3.1", "a :path without a slash", base.setting(":path", to: "test")),
    malformed("8.3.1", ":scheme twice", HeaderList([(":scheme", "http")] + base.fields)),
    malformed("8.3.1", ":path twice", HeaderList([(":path", "/a")] + base.fields)),
    malformed("8.3.1", ":authority twice", HeaderList([(":authority", "test")] + base.fields)),
    // Only the sender is told not to; the server looks at no authority.
    good("8.3.1", "an :authority with user information", base.setting(":authority", to: "user@test")),
    good("8.3.1", "no :authority but host", base.without(":authority").with("host", "test")),
    malformed("8.3.1", "neither :authority nor host", base.without(":authority")),
    malformed("8.5", "CONNECT with :scheme and :path", base.setting(":method", to: "CONNECT")),
    ServerRow(
      "9113 8.3",
      "a pseudo-field in trailers",
      [
        .headers(1, request), .data(1, hello, []),
        .headers(1, HeaderList([(":method", "POST")]).block, [.endHeaders, .endStream]),
      ],
      .streamError(.protocolError, stream: 1)
    ),
  ]

  private static let connectionFields: [ServerRow] = [
    malformed("8.2.2", "connection", base.with("connection", "keep-alive")),
    malformed("8.2.2", "keep-alive", base.with("keep-alive", "1")),
    malformed("8.2.2", "proxy-connection", base.with("proxy-connection", "1")),
    malformed("8.2.2", "transfer-encoding", base.with("transfer-encoding", "chunked")),
    malformed("8.2.2", "upgrade", base.with("upgrade", "h2c")),
    malformed("8.2.2", "te other than trailers", base.setting("te", to: "trailers, deflate")),
  ]

  private static let lengths: [ServerRow] = [
    good("8.1.1", "the right content-length", base.with("content-length", String(hello.count))),
    ServerRow(
      "9113 8.1.1",
      "the right content-length in two DATA frames with padding",
      [
        .headers(1, base.with("content-length", String(hello.count)).block),
        .data(1, Frame.padded(Array(hello.prefix(3)), by: 3), .padded), .data(1, Array(hello.dropFirst(3))),
      ],
      .answered([1])
    ),
    malformed("8.1.1", "a content-length above the body", base.with("content-length", "100")),
    malformed("8.1.1", "a content-length below the body", base.with("content-length", "1")),
    malformed("8.1.1", "two content-lengths", base.with("content-length", "12").with("content-length", "13")),
    malformed("8.1.1", "a content-length that is no number", base.with("content-length", "a")),
    ServerRow(
      "9113 8.1.1",
      "a content-length above a body of two DATA frames",
      [
        .headers(1, base.with("content-length", "13").block), .data(1, Array(hello.prefix(6)), []),
        .data(1, Array(hello.dropFirst(6))),
      ],
      .streamError(.protocolError, stream: 1)
    ),
    ServerRow(
      "9113 8.1.1",
      "a content-length without a body",
      [.headers(1, base.with("content-length", "12").block, [.endHeaders, .endStream])],
      .streamError(.protocolError, stream: 1)
    ),
  ]
}
