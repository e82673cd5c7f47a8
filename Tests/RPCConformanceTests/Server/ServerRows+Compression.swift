extension ServerRows {
  /// RFC 7541.
  static let compression: [ServerRow] = representations + indices + tableSizes + strings

  /// A request whose block ends with these bytes.
  private static func block(_ section: String, _ says: String, _ bytes: [UInt8], _ outcome: ServerRow.Outcome)
    -> ServerRow
  {
    ServerRow("7541 \(section)", says, [.headers(1, request + bytes), .data(1, hello)], outcome)
  }

  /// The same where a wrong block ends the connection.
  private static func broken(_ section: String, _ says: String, _ bytes: [UInt8]) -> ServerRow {
    ServerRow("7541 \(section)", says, [.headers(1, request + bytes)], .connectionError(.compressionError))
  }

  private static let representations: [ServerRow] = [
    block("6.1", "a field of the static table", HPACK.index(16), .answered([1])),
    block(
      "6.2.1",
      "a literal that is indexed, with a name of the static table",
      HPACK.literal(nameAt: 58, HPACK.string("a"), .indexed),
      .answered([1])
    ),
    block("6.2.1", "a literal that is indexed, with a new name", HPACK.literal("x", "1", .indexed), .answered([1])),
    block(
      "6.2.2",
      "a literal, with a name of the static table",
      HPACK.literal(nameAt: 58, HPACK.string("a")),
      .answered([1])
    ),
    block("6.2.2", "a literal, with a new name", HPACK.literal("x", "1"), .answered([1])),
    block(
      "6.2.3",
      "a literal never indexed, with a name of the static table",
      HPACK.literal(nameAt: 58, HPACK.string("a"), .neverIndexed),
      .answered([1])
    ),
    block("6.2.3", "a literal never indexed, with a new name", HPACK.literal("x", "1", .neverIndexed), .answered([1])),
    block("2.3.2", "a field of the dynamic table", HPACK.literal("x", "1", .indexed) + HPACK.index(62), .answered([1])),
    block(
      "2.3.2",
      "a name of the dynamic table",
      HPACK.literal("x", "1", .indexed) + HPACK.literal(nameAt: 62, HPACK.string("2"), .indexed),
      .answered([1])
    ),
    ServerRow(
      "7541 2.2",
      "the dynamic table goes from one request to the next",
      [
        .headers(1, request + HPACK.literal("x", "1", .indexed)), .headers(3, request + HPACK.index(62)),
        .data(1, hello), .data(3, hello),
      ],
      .answered([1, 3])
    ),
    ServerRow(
      "7541 6.1",
      "method, scheme and path may come from the static table",
      [
        .headers(
          1,
          [0x83, 0x86] + HPACK.literal(nameAt: 4, HPACK.string("/test.Conformance/Echo"))
            + HeaderList.request.without(":method").without(":scheme").without(":path").block
        ), .data(1, hello),
      ],
      .answered([1])
    ),
  ]

  private static let indices: [ServerRow] = [
    broken("6.1", "the index 0", [0x80]),
    broken("2.3.3", "an index beyond the tables", HPACK.index(70)),
    broken(
      "2.3.3",
      "a literal whose name has an index beyond the tables",
      HPACK.literal(nameAt: 70, HPACK.string("a"), .indexed)
    ),
    broken("2.3.3", "an index of an entry that was evicted", evicted),
    broken("5.1", "an integer of more than 32 bits", [0xff, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]),
  ]

  /// An entry larger than the table empties it.
  private static let evicted =
    HPACK.literal("x", "1", .indexed) + HPACK.literal("y", String(repeating: "v", count: 4_100), .indexed)
    + HPACK.index(62)

  private static let tableSizes: [ServerRow] = [
    ServerRow(
      "7541 4.2",
      "a new table size at the start of a block",
      [.headers(1, HPACK.tableSize(0) + request), .data(1, hello)],
      .answered([1])
    ),
    ServerRow(
      "7541 4.2",
      "two new table sizes at the start of a block",
      [.headers(1, HPACK.tableSize(0) + HPACK.tableSize(4_096) + request), .data(1, hello)],
      .answered([1])
    ),
    broken("4.2", "a new table size at the end of a block", HPACK.tableSize(1)),
    ServerRow(
      "7541 6.3",
      "a table size above SETTINGS_HEADER_TABLE_SIZE",
      [.headers(1, HPACK.tableSize(4_097) + request)],
      .connectionError(.compressionError)
    ),
    ServerRow(
      "7541 4.3",
      "a smaller table size evicts entries",
      [
        .headers(1, request + HPACK.literal("x", "1", .indexed)),
        .headers(3, HPACK.tableSize(0) + request + HPACK.index(62)),
      ],
      .connectionError(.compressionError)
    ),
    block(
      "4.4",
      "an entry larger than the table",
      HPACK.literal("y", String(repeating: "v", count: 4_100), .indexed),
      .answered([1])
    ),
  ]

  private static let strings: [ServerRow] = [
    // RFC 7541 C.4.1 has this code for www.example.com.
    block(
      "5.2",
      "a value in Huffman's code",
      HPACK.literal(
        nameAt: 58,
        HPACK.huffman([0xf1, 0xe3, 0xc2, 0xe5, 0xf2, 0x3a, 0x6b, 0xa0, 0xab, 0x90, 0xf4, 0xff])
      ),
      .answered([1])
    ),
    block("5.2", "a name in Huffman's code", [0x00] + HPACK.huffman([0xf3]) + HPACK.string("1"), .answered([1])),
    broken(
      "5.2",
      "padding of Huffman's code longer than 7 bits",
      HPACK.literal(nameAt: 58, HPACK.huffman([0x1f, 0xff]))
    ),
    broken("5.2", "padding of Huffman's code with zeros", HPACK.literal(nameAt: 58, HPACK.huffman([0x18]))),
    broken(
      "5.2",
      "the end-of-string code within a string",
      HPACK.literal(nameAt: 58, HPACK.huffman([0xff, 0xff, 0xff, 0xfc]))
    ),
    broken("5.2", "a string longer than the block", HPACK.literal(nameAt: 58, [0x0a, 0x61])),
    broken("5.1", "an integer that is cut off", [0xff]),
    broken("6.2.1", "a literal without its value", [0x40, 0x01, 0x78]),
  ]
}
