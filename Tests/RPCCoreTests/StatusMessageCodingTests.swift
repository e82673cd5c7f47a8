internal import RPCCore
internal import Testing

/// The rows follow grpc/doc/PROTOCOL-HTTP2.md, Status-Message, and the vectors of the interop case special_status_message.
@Suite struct StatusMessageCodingTests {
  @Test(arguments: [
    ("", ""),
    ("plain text ~!#$&", "plain text ~!#$&"),
    ("100%", "100%25"),
    (
      "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n",
      "%09%0Atest with whitespace%0D%0Aand Unicode BMP %E2%98%BA and non-BMP %F0%9F%98%88%09%0A"
    ),
    ("\u{7F}\u{0}", "%7F%00"),
    // RFC 9113 §8.2.1: no white space at the ends of a field's value.
    (" two  words ", "%20two  words%20"), (" ", "%20"), ("  ", "%20%20"),
    ("漏水", "%E6%BC%8F%E6%B0%B4"),
  ])
  func encodesAsTheSpecificationSays(message: String, encoded: String) {
    #expect(StatusMessageCoding.encode(message) == encoded)
    #expect(StatusMessageCoding.decode(encoded.utf8.span) == message)
  }

  @Test(arguments: [
    ("%e6%bc%8f", "漏"), ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("a%2", "a%2"), ("%%41", "%A"), ("%FF", "\u{FFFD}"),
  ])
  func keepsWhatIsNotValidlyEncoded(value: String, message: String) {
    #expect(StatusMessageCoding.decode(value.utf8.span) == message)
  }
}
