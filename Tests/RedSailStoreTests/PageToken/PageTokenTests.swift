internal import RedSailStore
internal import Testing

@Suite struct PageTokenTests {
  static let cursors = [
    PageCursor(values: [], id: 1), PageCursor(values: [.null, .integer(.min), .text("灯\0"), .real(-0.5)], id: .max),
  ]

  @Test(arguments: cursors)
  func aTokenOpensForItsQuery(_ cursor: PageCursor) throws {
    let secret = PageTokenSealer.makeSecret()
    let query = QueryFingerprint(["ListTickets", "cities/370800", "state = CLOSED"])
    let token = PageTokenSealer(secret: secret).seal(cursor, for: query)
    #expect(try PageTokenSealer(secret: secret).open(token, for: query) == cursor)
    #expect(
      token.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 95
      }
    )
  }

  @Test func anotherQueryIsToldSo() {
    let sealer = PageTokenSealer(secret: PageTokenSealer.makeSecret())
    let token = sealer.seal(PageCursor(values: [1], id: 2), for: QueryFingerprint(["ab", "c"]))
    for parts in [["a", "bc"], ["ab"], ["ab", "c", ""], []] {
      #expect(throws: PageTokenError.otherQuery) { try sealer.open(token, for: QueryFingerprint(parts)) }
    }
  }

  @Test func everyChangedCharacterIsNoticed() {
    let sealer = PageTokenSealer(secret: PageTokenSealer.makeSecret())
    let query = QueryFingerprint(["q"])
    let token = Array(sealer.seal(PageCursor(values: [.text("x")], id: 2), for: query))
    for index in token.indices {
      var changed = token
      changed[index] = token[index] == "A" ? "B" : "A"
      #expect(throws: PageTokenError.self) { try sealer.open(String(changed), for: query) }
    }
    for length in token.indices {
      #expect(throws: PageTokenError.self) { try sealer.open(String(token.prefix(length)), for: query) }
    }
  }

  @Test func anotherSecretAndOtherTextsAreRefused() {
    let query = QueryFingerprint(["q"])
    let sealer = PageTokenSealer(secret: PageTokenSealer.makeSecret())
    let foreign = PageTokenSealer(secret: PageTokenSealer.makeSecret()).seal(PageCursor(values: [], id: 1), for: query)
    #expect(throws: PageTokenError.forged) { try sealer.open(foreign, for: query) }
    for text in ["", "a", "====", "灯", foreign + "=", foreign + "\n", String(repeating: "A", count: 10_000)] {
      #expect(throws: PageTokenError.malformed) { try sealer.open(text, for: query) }
    }
  }
}
