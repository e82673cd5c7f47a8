extension ClientRows {
  /// RFC 7541.
  static let compression: [ClientRow] = accepted + refused

  private static func block(_ section: String, _ says: String, _ bytes: [UInt8]) -> ClientRow {
    ClientRow("7541 \(section)", says, [.headers(1, bytes)] + answer(1).dropFirst(), .alive)
  }

  private static func broken(_ section: String, _ says: String, _ bytes: [UInt8]) -> ClientRow {
    fatal("7541 \(section)", says, .headers(1, head + bytes), code: .compressionError)
  }

  private static let accepted: [ClientRow] = [
    block("6.1", ":status of the static table", [0x88] + HPACK.literal("content-type", "application/grpc")),
    block("6.2.1", "a literal that is indexed", head + HPACK.literal("x", "1", .indexed) + HPACK.index(62)),
    block("6.2.3", "a literal that is never indexed", head + HPACK.literal("x", "1", .neverIndexed)),
    block("6.3", "a new table size at the start", HPACK.tableSize(0) + HPACK.tableSize(4_096) + head),
    block("5.2", "a value in Huffman's code", head + HPACK.literal(nameAt: 54, HPACK.huffman([0x1f]))),
    ClientRow(
      "7541 2.2",
      "the dynamic table goes from the head to the trailers",
      [
        .headers(1, head + HPACK.literal("grpc-status", "0", .indexed)), .data(1, hello, []),
        .headers(1, HPACK.index(62), [.endHeaders, .endStream]),
      ],
      .alive
    ),
  ]

  private static let refused: [ClientRow] = [
    broken("6.1", "the index 0", [0x80]),
    broken("2.3.3", "an index beyond the tables", HPACK.index(70)),
    broken("2.3.3", "a name with an index beyond the tables", HPACK.literal(nameAt: 70, HPACK.string("a"))),
    broken("4.2", "a new table size at the end of a block", HPACK.tableSize(1)),
    fatal(
      "7541 6.3",
      "a table size above SETTINGS_HEADER_TABLE_SIZE",
      .headers(1, HPACK.tableSize(4_097) + head),
      code: .compressionError
    ),
    broken(
      "5.2",
      "padding of Huffman's code longer than 7 bits",
      HPACK.literal(nameAt: 54, HPACK.huffman([0x1f, 0xff]))
    ),
    broken("5.2", "padding of Huffman's code with zeros", HPACK.literal(nameAt: 54, HPACK.huffman([0x18]))),
    broken("5.2", "the end-of-string code", HPACK.literal(nameAt: 54, HPACK.huffman([0xff, 0xff, 0xff, 0xfc]))),
    broken("5.1", "an integer of more than 32 bits", [0xff, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]),
  ]
}
