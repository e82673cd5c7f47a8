internal import RPCCore
internal import Testing

/// The vectors of RFC 4648 §10; gRPC writes no padding and reads both forms.
@Suite struct Base64Tests {
  @Test(arguments: [
    ("", "", ""), ("f", "Zg", "Zg=="), ("fo", "Zm8", "Zm8="), ("foo", "Zm9v", "Zm9v"), ("foob", "Zm9vYg", "Zm9vYg=="),
    ("fooba", "Zm9vYmE", "Zm9vYmE="), ("foobar", "Zm9vYmFy", "Zm9vYmFy"),
  ])
  func agreesWithTheVectors(text: String, bare: String, padded: String) {
    #expect(Base64.encode(Array(text.utf8)) == bare)
    #expect(Base64.decode(bare.utf8.span) == Array(text.utf8))
    #expect(Base64.decode(padded.utf8.span) == Array(text.utf8))
  }

  @Test func everyByteGoesThrough() {
    let all = (0...255).map { UInt8($0) }
    for count in 0...256 {
      #expect(Base64.decode(Base64.encode(Array(all.prefix(count))).utf8.span) == Array(all.prefix(count)))
    }
    #expect(Base64.encode([0xFB, 0xFF]) == "+/8")
  }

  @Test(arguments: ["Z", "Zg=", "Zg===", "Z===", "=", "Zm9v=", "Zm=v", "Zm-_", "Zg\n", "Zm9vY", "Zh"])
  func refuses(text: String) {
    #expect(Base64.decode(text.utf8.span) == nil)
  }
}
