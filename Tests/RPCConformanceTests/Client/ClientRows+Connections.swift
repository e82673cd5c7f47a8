extension ClientRows {
  /// RFC 9113 §3, §4 and §5.5.
  static let connections: [ClientRow] = preface + frameFormat + frameSize + fieldBlocks

  private static let preface: [ClientRow] = [
    ClientRow("9113 3.4", "the server begins with SETTINGS", answer(1), .alive),
    ClientRow(
      "9113 3.4",
      "the server begins with PING",
      [.send(.ping([1, 2, 3, 4, 5, 6, 7, 8]))],
      .connectionError(.protocolError),
      .unavailable,
      handshake: false
    ),
    ClientRow(
      "9113 3.4",
      "the server begins with GOAWAY",
      [.send(.goAway())],
      .connectionError(.protocolError),
      .unavailable,
      handshake: false
    ),
    ClientRow(
      "9113 3.3",
      "the server speaks HTTP/1.1",
      [.bytes(Array("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".utf8))],
      .closed,
      .unavailable,
      handshake: false
    ),
    ClientRow("9113 3.4", "SETTINGS of the server are acknowledged", answer(1), .frame(.settingsAck)),
  ]

  private static let frameFormat: [ClientRow] = [
    accepted("9113 4.1", "a frame of an unknown type", Frame(kind: 0x16, payload: [1, 2, 3])),
    accepted("9113 4.1", "a frame of an unknown type on the stream", Frame(kind: 0xff, stream: 1)),
    accepted("9113 4.1", "undefined flags of PING", .ping([UInt8](repeating: 7, count: 8), .undefined)),
    accepted(
      "9113 4.1",
      "the reserved bit of PING",
      Frame(kind: Frame.Kind.ping, stream: 0x8000_0000, payload: [UInt8](repeating: 7, count: 8))
    ),
    fatal(
      "9113 5.5",
      "a frame of an unknown type within a field block",
      .headers(1, head, []),
      Frame(kind: 0x16, stream: 1),
      code: .protocolError
    ),
  ]

  private static let frameSize: [ClientRow] = [
    fatal(
      "9113 4.2",
      "DATA of 16,385 bytes",
      .headers(1, head),
      .data(1, Body.message(size: 16_385)),
      code: .frameSizeError
    ),
    fatal(
      "9113 4.2",
      "HEADERS of 16,385 bytes",
      .headers(1, [UInt8](repeating: 0x88, count: 16_385)),
      code: .frameSizeError
    ),
    fatal(
      "9113 4.2",
      "CONTINUATION of 16,385 bytes",
      .headers(1, head, []),
      .continuation(1, [UInt8](repeating: 0x90, count: 16_385)),
      code: .frameSizeError
    ),
  ]

  private static let fieldBlocks: [ClientRow] = [
    fatal(
      "9113 4.3",
      "a block that cannot be decoded",
      .headers(1, [0xff, 0xff, 0xff, 0xff]),
      code: .compressionError
    ),
    fatal("9113 4.3", "a block that ends within a field", .headers(1, head + [0x00, 0x05]), code: .compressionError),
    ClientRow(
      "9113 4.3",
      "a block in HEADERS and CONTINUATION",
      [.headers(1, Array(head.prefix(3)), []), .continuation(1, Array(head.dropFirst(3)))] + answer(1).dropFirst(),
      .alive
    ),
    fatal("9113 4.3", "PING within a field block", .headers(1, head, []), .ping(hello), code: .protocolError),
    fatal("9113 4.3", "DATA within a field block", .headers(1, head, []), .data(1, hello), code: .protocolError),
    fatal(
      "9113 6.10",
      "CONTINUATION of another stream",
      .headers(1, head, []),
      .continuation(3, []),
      code: .protocolError
    ),
    fatal("9113 6.10", "CONTINUATION on stream 0", .headers(1, head, []), .continuation(0, []), code: .protocolError),
    fatal("9113 6.10", "CONTINUATION out of place", .continuation(1, []), code: .protocolError),
    fatal("9113 6.10", "CONTINUATION after END_HEADERS", .headers(1, head), .continuation(1, []), code: .protocolError),
  ]
}
