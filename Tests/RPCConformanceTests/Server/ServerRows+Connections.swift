extension ServerRows {
  /// RFC 9113 §3, §4 and §5.4 to §5.5, §7.
  static let connections: [ServerRow] = preface + frameFormat + frameSize + fieldBlocks + errors

  private static let preface: [ServerRow] = [
    ServerRow("9113 3.4", "the preface and empty SETTINGS begin a connection", Step.call(1), .answered([1])),
    ServerRow(
      "9113 3.4",
      "requests may follow the preface before the server's SETTINGS have come",
      [.preface, .send(.settings(.initialWindowSize(100)))] + Step.call(1),
      .answered([1]),
      handshake: false
    ),
    ServerRow(
      "9113 3.4",
      "a wrong preface",
      [.bytes(Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\r".utf8))],
      .closed,
      handshake: false
    ),
    ServerRow(
      "9113 3.3",
      "HTTP/1.1",
      [.bytes(Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))],
      .closed,
      handshake: false
    ),
    ServerRow(
      "9113 3.4",
      "a first frame that is not SETTINGS",
      [.preface, .send(.ping([0, 1, 2, 3, 4, 5, 6, 7]))],
      .connectionError(.protocolError),
      handshake: false
    ),
    ServerRow(
      "9113 3.4",
      "HEADERS before SETTINGS",
      [.preface, .send(.headers(1, request))],
      .connectionError(.protocolError),
      handshake: false
    ),
    ServerRow("9113 3.4", "a second preface", [Step.preface], .connectionError(.frameSizeError)),
  ]

  private static let frameFormat: [ServerRow] = [
    ServerRow("9113 4.1", "a frame of an unknown type", [Frame(kind: 0x16, payload: [1, 2, 3])], .ignored),
    ServerRow(
      "9113 4.1",
      "a frame of an unknown type on a stream",
      [Frame(kind: 0xff, stream: 1, payload: [])],
      .ignored
    ),
    ServerRow("9113 4.1", "undefined flags of PING", [.ping([UInt8](repeating: 7, count: 8), .undefined)], .ignored),
    ServerRow(
      "9113 4.1",
      "undefined flags of HEADERS and DATA",
      [
        Frame(
          kind: Frame.Kind.headers,
          flags: [.endHeaders, Frame.Flags(rawValue: 0x52)],
          stream: 1,
          payload: request
        ),
        Frame(kind: Frame.Kind.data, flags: [.endStream, Frame.Flags(rawValue: 0xf6)], stream: 1, payload: hello),
      ],
      .answered([1])
    ),
    ServerRow(
      "9113 4.1",
      "the reserved bit of PING",
      [Frame(kind: Frame.Kind.ping, stream: 0x8000_0000, payload: [UInt8](repeating: 7, count: 8))],
      .ignored
    ),
    ServerRow(
      "9113 4.1",
      "the reserved bit of HEADERS and DATA",
      [.headers(0x8000_0001, request), .data(0x8000_0001, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 5.5",
      "a frame of an unknown type within a field block",
      [.headers(1, request, []), Frame(kind: 0x16, stream: 1), .continuation(1, [])],
      .connectionError(.protocolError)
    ),
  ]

  private static let frameSize: [ServerRow] = [
    ServerRow(
      "9113 4.2",
      "DATA of 16,384 bytes",
      [.headers(1, request), .data(1, Body.message(size: 16_384))],
      .answered([1])
    ),
    ServerRow(
      "9113 4.2",
      "DATA of 16,385 bytes",
      [.headers(1, request), .data(1, Body.message(size: 16_385))],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 4.2",
      "HEADERS of 16,384 bytes",
      [.headers(1, request + padding(to: 16_384 - request.count)), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 4.2",
      "HEADERS of 16,385 bytes",
      [.headers(1, request + padding(to: 16_385 - request.count))],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 4.2",
      "CONTINUATION of 16,385 bytes",
      [.headers(1, request, []), .continuation(1, padding(to: 16_385))],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 4.2",
      "SETTINGS of 16,386 bytes",
      [Frame(kind: Frame.Kind.settings, payload: [UInt8](repeating: 0, count: 16_386))],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 4.2",
      "a frame of an unknown type of 16,385 bytes",
      [Frame(kind: 0x16, payload: [UInt8](repeating: 0, count: 16_385))],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 4.2",
      "a frame of an unknown type of 16,384 bytes",
      [Frame(kind: 0x16, payload: [UInt8](repeating: 0, count: 16_384))],
      .ignored
    ),
  ]

  /// A field that makes a block longer by this many bytes.
  private static func padding(to size: Int) -> [UInt8] {
    let name = [0x00] + HPACK.string("x")
    var length = size - name.count - 1
    while name.count + HPACK.integer(length, bits: 7, pattern: 0).count + length > size { length -= 1 }
    return name + HPACK.string(String(repeating: "v", count: length))
  }

  private static let fieldBlocks: [ServerRow] = [
    ServerRow(
      "9113 4.3",
      "a block that cannot be decoded",
      [.headers(1, [0xff, 0xff, 0xff, 0xff, 0xff])],
      .connectionError(.compressionError)
    ),
    ServerRow(
      "9113 4.3",
      "a block that ends within a field",
      [.headers(1, request + [0x00, 0x05, 0x61])],
      .connectionError(.compressionError)
    ),
    ServerRow(
      "9113 4.3",
      "a block cut anywhere into HEADERS and CONTINUATION",
      [.headers(1, Array(request.prefix(7)), []), .continuation(1, Array(request.dropFirst(7))), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "9113 4.3",
      "PRIORITY within a field block",
      [.headers(1, request, []), .priority(1, on: 0), .continuation(1, [])],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 4.3",
      "HEADERS of another stream within a field block",
      [.headers(1, request, []), .headers(3, request)],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 4.3",
      "PING within a field block",
      [.headers(1, request, []), .ping(hello)],
      .connectionError(.protocolError)
    ),
    ServerRow(
      "9113 4.3",
      "a reset stream's block still counts for the compression of the next",
      [
        .headers(1, HeaderList.request.without(":path").block + HPACK.literal("x-kept", "1", .indexed)),
        .headers(3, request + HPACK.index(62)), .data(3, hello),
      ],
      .streamErrorThenAnswer(.protocolError, stream: 1, answered: 3)
    ),
  ]

  private static let errors: [ServerRow] = [
    ServerRow(
      "9113 5.4.1",
      "a connection error ends with GOAWAY and the close",
      [.ping([1])],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 5.4.1",
      "what follows a connection error is not answered",
      [.ping([1]), .headers(1, request), .data(1, hello)],
      .connectionError(.frameSizeError)
    ),
    ServerRow(
      "9113 5.4.2",
      "RST_STREAM is not answered with RST_STREAM",
      [.headers(1, request), .reset(1), .reset(1)],
      .ignored
    ),
    ServerRow("9113 7", "GOAWAY with an unknown code", [.goAway(0xff)] + calls(1), .answered([1])),
    ServerRow(
      "9113 7",
      "RST_STREAM with an unknown code",
      [.headers(1, request), .reset(1, 0xff)] + calls(3),
      .answered([3])
    ),
  ]

  /// Whole calls of Echo.
  static func calls(_ streams: UInt32...) -> [Frame] {
    streams.flatMap { [Frame.headers($0, request), .data($0, hello)] }
  }
}
