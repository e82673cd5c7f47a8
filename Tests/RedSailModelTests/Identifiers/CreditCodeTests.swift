internal import RedSailModel
internal import Testing

@Suite("Unified social credit codes (GB 32100)")
struct CreditCodeTests {
  /// Real codes of listed companies and a made-up one with a letter before the check character.
  static let valid = ["9144030071526726XG", "91330100799655058B", "914403001922038216", "91370811MA3YYYY16X"]

  @Test(arguments: valid)
  func `a valid code is taken and its check character can be computed again`(text: String) throws {
    #expect(try CreditCode(text).text == text)
    #expect(try CreditCode.completing(String(text.dropLast())).text == text)
  }

  @Test(arguments: valid)
  func `every single wrong character is noticed`(text: String) {
    let characters = Array(text)
    for position in characters.indices {
      for other in CreditCode.alphabet where other != characters[position] {
        var wrong = characters
        wrong[position] = other
        #expect(throws: CreditCodeError.self) { try CreditCode(String(wrong)) }
      }
    }
  }

  @Test(arguments: valid)
  func `two neighbours that changed places are noticed`(text: String) {
    let characters = Array(text)
    for position in characters.indices.dropLast() where characters[position] != characters[position + 1] {
      var wrong = characters
      wrong.swapAt(position, position + 1)
      #expect(throws: CreditCodeError.self) { try CreditCode(String(wrong)) }
    }
  }

  @Test func `a wrong check character says which one was expected`() {
    #expect(throws: CreditCodeError.check(expected: "G", came: "H")) { try CreditCode("9144030071526726XH") }
  }

  @Test(arguments: [("", 0), ("9144030071526726X", 17), ("9144030071526726XG ", 19)])
  func `a wrong length says what came`(text: String, count: Int) {
    #expect(throws: CreditCodeError.length(expected: 18, came: count)) { try CreditCode(text) }
  }

  @Test(arguments: Array("IOSVZa*中-\u{212A}é"))
  func `a character outside the alphabet is named with its position`(character: Character) {
    let inside = "914403007" + String(character) + "526726XG"
    #expect(throws: CreditCodeError.character(character, position: 10)) { try CreditCode(inside) }
    let last = "9144030071526726X" + String(character)
    #expect(throws: CreditCodeError.character(character, position: 18)) { try CreditCode(last) }
  }

  @Test func `completing takes exactly seventeen characters`() {
    #expect(throws: CreditCodeError.length(expected: 17, came: 18)) {
      try CreditCode.completing("914403001922038216")
    }
    #expect(throws: CreditCodeError.character("O", position: 17)) {
      try CreditCode.completing("91370811MA3YYYY1O")
    }
  }

  @Test func `messages say what was expected and what came`() {
    #expect(
      CreditCodeError.check(expected: "G", came: "H").description
        == "credit code: the check character at position 18 should be \"G\", came \"H\""
    )
    #expect(
      CreditCodeError.length(expected: 18, came: 3).description == "credit code: expected 18 characters, came 3"
    )
  }
}
