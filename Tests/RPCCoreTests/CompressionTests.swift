internal import NIOCore
internal import RPCCore
internal import Testing

@Suite struct CompressionTests {
  /// "0" a hundred times, from Python's `gzip.compress`.
  static let gzip: [UInt8] = [
    0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 0x33, 0x30, 0xa0, 0x3d, 0, 0, 0x77, 0x60, 0xa4, 0x53, 100, 0, 0, 0,
  ]

  static func received(_ bytes: [UInt8], _ encoding: MessageEncoding, maximumBytes: Int) throws -> ReceivedMessage {
    var deframer = MessageDeframer(maximumBytes: maximumBytes, encoding: encoding)
    deframer.append(ByteBuffer(bytes: [1, 0, 0, 0, UInt8(bytes.count)] + bytes))
    return try #require(try deframer.next())
  }

  @Test func aFlaggedMessageIsDecompressed() throws {
    let message = try Self.received(Self.gzip, .gzip, maximumBytes: 100)
    #expect(message.isCompressed)
    #expect(try message.contents() == ByteBuffer(repeating: 0x30, count: 100))
  }

  /// grpc/doc/statuscodes.md: larger than the limit, and impossible to decompress.
  @Test func aMessageTooLargeOrCorruptHasItsCode() throws {
    let large = try Self.received(Self.gzip, .gzip, maximumBytes: 99)
    #expect(#expect(throws: RPCError.self) { try large.contents() }?.code == .resourceExhausted)
    let corrupt = try Self.received(Self.gzip, .deflate, maximumBytes: 100)
    #expect(#expect(throws: RPCError.self) { try corrupt.contents() }?.code == .internal)
  }

  @Test func aMessageWithoutTheFlagStaysAsItIs() throws {
    var deframer = MessageDeframer(maximumBytes: 100, encoding: .gzip)
    deframer.append(ByteBuffer(bytes: [0, 0, 0, 0, 1, 7, 1, 0, 0, 0, 0]))
    let message = try #require(try deframer.next())
    #expect(!message.isCompressed)
    #expect(try message.contents() == ByteBuffer(bytes: [7]))
    #expect(try #require(try deframer.next()).contents().readableBytes == 0)
  }

  @Test(arguments: [MessageEncoding.gzip, .deflate])
  func theDeframerReadsWhatIsCompressed(encoding: MessageEncoding) throws {
    let long = ByteBuffer(repeating: 1, count: 10_000)
    let short = ByteBuffer(string: "short")
    var deframer = MessageDeframer(maximumBytes: 10_000, encoding: encoding)
    for message in [long, short] {
      deframer.append(MessageCompression.compress(MessageFramer.frame(message), with: encoding))
    }
    let first = try #require(try deframer.next())
    #expect(first.isCompressed && first.bytes.readableBytes < 1_000)
    #expect(try first.contents() == long)
    // Compressing it would make it longer.
    let second = try #require(try deframer.next())
    #expect(!second.isCompressed)
    #expect(try second.contents() == short)
  }

  @Test func identityIsTheSameBuffer() {
    let framed = MessageFramer.frame(ByteBuffer(repeating: 1, count: 10_000))
    #expect(MessageCompression.compress(framed, with: .identity) == framed)
  }

  @Test(arguments: [
    ("gzip", [MessageEncoding.identity, .gzip]), ("identity, deflate, gzip", [.identity, .gzip, .deflate]),
    ("snappy,deflate", [.identity, .deflate]), ("", [.identity]), (",,gzip ,", [.identity, .gzip]),
    ("GZIP", [.identity]),
  ])
  func readsAListOfEncodings(value: String, encodings: [MessageEncoding]) {
    let accepted = AcceptedEncodings(value.utf8.span)
    #expect(MessageEncoding.allCases.filter { accepted.contains($0) } == encodings)
  }
}
