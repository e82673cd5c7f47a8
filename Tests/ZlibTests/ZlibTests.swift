internal import NIOCore
internal import Testing
internal import Zlib

@Suite struct ZlibTests {
  static let text = "红帆 red sail, red sail, red sail"

  /// The text as Python's zlib and gzip modules write it, with other settings than ours.
  static let vectors: [(format: ZlibFormat, hexadecimal: String)] = [
    (.zlib, "78da7bbe6bd1d31d6d0a45a9290ac58999393a5858001f210e2b"),  // level 9
    // Stored
    (.zlib, "7801012300dcffe7baa2e5b88620726564207361696c2c20726564207361696c2c20726564207361696c1f210e2b"),
    // A window of 512 bytes, Huffman codes only
    (.zlib, "18197bbe6bd1d31d6d0a45a9290ac58999393a0a45a9290ac58999393a0a45a9290ac5899939001f210e2b"),
    // With a time and a file name
    (
      .gzip,
      "1f8b080800f1536502ff7361696c2e747874007bbe6bd1d31d6d0a45a9290ac58999393a585800b445dbba23000000"
    ),
    (.gzip, "1f8b08000000000000037bbe6bd1d31d6d0a45a9290ac58999393a585800b445dbba23000000"),
    // Two members
    (
      .gzip,
      "1f8b08000000000002037bbe6bd1d31d6d0a45a92900b5a0233f0a000000"
        + "1f8b080000000000020353284eccccd151284a4d51406501003739639b19000000"
    ),
  ]

  static func bytes(_ hexadecimal: String) -> ByteBuffer {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return ByteBuffer(bytes: stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
  }

  static func inflate(_ bytes: ByteBuffer, _ format: ZlibFormat, maximum: Int = 1_000_000) throws(ZlibError) -> String {
    String(buffer: try Zlib.decompress(bytes.readableBytesView, as: format, maximumBytes: maximum))
  }

  @Test(arguments: vectors)
  func readsWhatPythonWrote(format: ZlibFormat, hexadecimal: String) throws {
    #expect(try Self.inflate(Self.bytes(hexadecimal), format) == Self.text)
  }

  @Test(arguments: vectors)
  func theLimitIsExact(format: ZlibFormat, hexadecimal: String) throws {
    let bytes = Self.bytes(hexadecimal)
    let count = Self.text.utf8.count
    #expect(try Self.inflate(bytes, format, maximum: count) == Self.text)
    for maximum in 0..<count {
      #expect(throws: ZlibError.tooLarge) { try Self.inflate(bytes, format, maximum: maximum) }
    }
  }

  @Test(arguments: vectors)
  func aTruncatedStreamIsRefused(format: ZlibFormat, hexadecimal: String) throws {
    let bytes = Self.bytes(hexadecimal)
    for count in 1..<bytes.readableBytes {
      guard let part = bytes.getSlice(at: 0, length: count) else { continue }
      // Where the first of two members ends, what came is whole.
      if count == 30, hexadecimal.count == 126 {
        #expect(try Self.inflate(part, format) == "红帆 red")
      } else {
        #expect(throws: ZlibError.truncated) { try Self.inflate(part, format) }
        #expect(throws: ZlibError.self) { try Self.inflate(part, format, maximum: Self.text.utf8.count) }
      }
    }
  }

  @Test(arguments: vectors)
  func aByteThatIsWrongIsNoticed(format: ZlibFormat, hexadecimal: String) throws {
    var bytes = Self.bytes(hexadecimal)
    // The last byte belongs to the checksum, or to the length behind it.
    let last = bytes.writerIndex - 1
    bytes.setInteger((bytes.getInteger(at: last, as: UInt8.self) ?? 0) ^ 1, at: last)
    #expect(throws: ZlibError.self) { try Self.inflate(bytes, format) }
    bytes = Self.bytes(hexadecimal)
    bytes.setInteger(UInt8(0x77), at: 0)
    #expect(throws: ZlibError.self) { try Self.inflate(bytes, format) }
  }

  @Test func theOtherFormatIsCorrupt() {
    for (format, hexadecimal) in Self.vectors {
      #expect(throws: ZlibError.self) { try Self.inflate(Self.bytes(hexadecimal), format == .gzip ? .zlib : .gzip) }
    }
  }

  @Test func bytesBehindTheEndAreRefused() {
    var bytes = Self.bytes(Self.vectors[0].hexadecimal)
    bytes.writeBytes([1, 2, 3])
    #expect(throws: ZlibError.trailingBytes(3)) { try Self.inflate(bytes, .zlib) }
  }

  /// 64 GiB of zeros in 64 MB, the whole of which would take minutes.
  @Test(.timeLimit(.minutes(1))) func aBombIsStoppedAtTheLimit() throws {
    var member = ByteBuffer()
    #expect(
      Zlib.compress(ByteBuffer(repeating: 0, count: 64 << 20).readableBytesView, as: .gzip, into: &member)
    )
    var bomb = ByteBuffer()
    for _ in 0..<1_000 { bomb.writeImmutableBuffer(member) }
    #expect(throws: ZlibError.tooLarge) {
      try Zlib.decompress(bomb.readableBytesView, as: .gzip, maximumBytes: 100 << 20)
    }
  }

  @Test(arguments: [ZlibFormat.gzip, .zlib])
  func whatIsWrittenIsReadBack(format: ZlibFormat) throws {
    var generator = SystemRandomNumberGenerator()
    for count in [2, 30, 100, 255, 256, 257, 512, 513, 4_000, 32_767, 32_768, 32_769, 100_000, 3_000_000] {
      // Half of it can be compressed.
      var original = ByteBuffer(repeating: 7, count: count / 2)
      for _ in 0..<(count - count / 2) { original.writeInteger(UInt8.random(in: 0...3, using: &generator)) }
      var compressed = ByteBuffer(string: "ahead")
      guard Zlib.compress(original.readableBytesView, as: format, into: &compressed) else {
        #expect(count <= 100, "\(count) bytes were not compressed")
        #expect(compressed == ByteBuffer(string: "ahead"))
        continue
      }
      #expect(compressed.readString(length: 5) == "ahead")
      #expect(compressed.readableBytes < count)
      #expect(try Zlib.decompress(compressed.readableBytesView, as: format, maximumBytes: count) == original)
    }
  }

  @Test(arguments: [0, 1, 2, 1_000, 100_000])
  func whatDoesNotBecomeShorterIsLeftAlone(count: Int) {
    var random = ByteBuffer()
    for _ in 0..<count { random.writeInteger(UInt8.random(in: 0...255)) }
    var output = ByteBuffer()
    #expect(!Zlib.compress(random.readableBytesView, as: .gzip, into: &output))
    #expect(output.readableBytes == 0)
  }
}
