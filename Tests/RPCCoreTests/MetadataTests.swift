internal import RPCCore
internal import Testing

@Suite struct MetadataTests {
  @Test func keepsOrderAndRepeatedKeys() throws {
    var metadata = Metadata()
    try metadata.add("1", for: "X-Trace")
    try metadata.add("a", for: "other")
    try metadata.add("2", for: "x-trace")
    try metadata.add(binary: [0, 255], for: "x-bin")
    #expect(metadata.map(\.key) == ["x-trace", "other", "x-trace", "x-bin"])
    #expect(metadata["x-trace"] == "1")
    #expect(metadata.values(for: "x-trace") == [.text("1"), .text("2")])
    #expect(metadata[binary: "x-bin"] == [0, 255])
    #expect(metadata["x-bin"] == nil)
    try metadata.set("3", for: "x-trace")
    #expect(metadata.values(for: "x-trace") == [.text("3")])
    metadata.remove("X-TRACE")
    #expect(metadata.count == 2)
  }

  @Test func theDescriptionShowsNoValues() throws {
    var metadata = Metadata()
    try metadata.add("Bearer secret", for: "authorization")
    #expect(metadata.description == "Metadata(authorization)")
  }

  /// grpc/doc/PROTOCOL-HTTP2.md, Custom-Metadata; RFC 9113 §8.2.2 and §8.3.
  @Test(arguments: [
    ("", InvalidMetadata.emptyKey), ("a b", .invalidKeyCharacter(key: "a b", position: 1)),
    (":path", .invalidKeyCharacter(key: ":path", position: 0)),
    ("ключ", .invalidKeyCharacter(key: "ключ", position: 0)),
    ("grpc-status", .reservedKey("grpc-status")), ("GRPC-anything", .reservedKey("grpc-anything")),
    ("content-type", .reservedKey("content-type")), ("content-length", .reservedKey("content-length")),
    ("te", .reservedKey("te")),
    ("connection", .reservedKey("connection")), ("x-bin", .textForBinaryKey("x-bin")),
  ])
  func refusesKeys(key: String, error: InvalidMetadata) {
    var metadata = Metadata()
    #expect(throws: error) { try metadata.add("v", for: key) }
    #expect(metadata.isEmpty)
  }

  @Test func refusesValuesThatHTTPCannotCarry() throws {
    var metadata = Metadata()
    try metadata.add("! ~", for: "k")
    #expect(throws: InvalidMetadata.invalidValueCharacter(key: "k", position: 1)) {
      try metadata.add("a\r\nb", for: "k")
    }
    #expect(throws: InvalidMetadata.invalidValueCharacter(key: "k", position: 0)) { try metadata.add("é", for: "k") }
    #expect(throws: InvalidMetadata.invalidValueCharacter(key: "k", position: 1)) {
      try metadata.set("a\u{7F}", for: "k")
    }
    #expect(throws: InvalidMetadata.binaryForTextKey("k")) { try metadata.add(binary: [1], for: "k") }
    #expect(metadata.values(for: "k") == [.text("! ~")])
  }

  /// RFC 9113 §8.2.1 refuses fields with white space at their ends; PROTOCOL-HTTP2.md allows to strip it.
  @Test(arguments: [(" a b\t", "a b"), ("   ", ""), ("", ""), ("a", "a"), (" a", "a"), ("a ", "a")])
  func dropsWhiteSpaceAtTheEndsOfValues(value: String, kept: String) throws {
    var metadata = Metadata()
    try metadata.add(value, for: "k")
    #expect(metadata["k"] == kept)
  }

  /// PROTOCOL-HTTP2.md: what came may be sent back, even where a user could not have added it.
  @Test func whatCameMayGoBack() throws {
    var metadata = Metadata()
    try metadata.add(name: "x".utf8.span, value: [0x61, 0xE9, 0x62].span)
    var fields: [HeaderField] = []
    metadata.append(to: &fields)
    #expect(fields == [HeaderField(name: "x", value: "a\u{FFFD}b")])
  }

  @Test func readsJoinedAndPaddedBinaryValues() throws {
    var metadata = Metadata()
    try metadata.add(name: "x-bin".utf8.span, value: "AQ==,Ag, AwQ=".utf8.span)
    try metadata.add(name: "x-bin".utf8.span, value: "".utf8.span)
    #expect(metadata.values(for: "x-bin") == [.binary([1]), .binary([2]), .binary([3, 4]), .binary([])])
    var fields: [HeaderField] = []
    metadata.append(to: &fields)
    #expect(fields.map(\.value) == ["AQ", "Ag", "AwQ", ""])
  }

  @Test func refusesBinaryValuesThatAreNotBase64() {
    var metadata = Metadata()
    let error = #expect(throws: RPCError.self) { try metadata.add(name: "x-bin".utf8.span, value: "AQ,!".utf8.span) }
    #expect(error?.code == .internal)
  }
}
