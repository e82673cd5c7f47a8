internal import RedSailModel
internal import Testing

@Suite("Division codes")
struct DivisionCodeTests {
  @Test(arguments: [
    ("370800", DivisionLevel.city), ("371100", .city), ("370811", .county), ("370881", .county), ("370871", .county),
    ("370811012", .street), ("371102001", .street), ("370811012001", .community),
  ])
  func `the shape says the level`(text: String, level: DivisionLevel) throws {
    let code = try DivisionCode(text)
    #expect(code.level == level)
    #expect(code.text == text)
  }

  @Test(arguments: ["", "37", "37081", "3708110", "37081101200", "3708110120010"])
  func `other lengths are refused`(text: String) {
    #expect(throws: DivisionCodeError.length(text.count)) { try DivisionCode(text) }
  }

  @Test func `a character that is no ASCII digit is named with its position`() {
    #expect(throws: DivisionCodeError.character("x", position: 3)) { try DivisionCode("37x811") }
    #expect(throws: DivisionCodeError.character("８", position: 4)) { try DivisionCode("370８11") }
    #expect(throws: DivisionCodeError.character("٣", position: 1)) { try DivisionCode("٣70811") }
    #expect(throws: DivisionCodeError.character("1\u{301}", position: 6)) { try DivisionCode("370811\u{301}") }
  }

  @Test func `provinces and codes filled up with zeros are refused`() {
    #expect(throws: DivisionCodeError.province("370000")) { try DivisionCode("370000") }
    #expect(throws: DivisionCodeError.padded("370811000")) { try DivisionCode("370811000") }
    #expect(throws: DivisionCodeError.padded("370811012000")) { try DivisionCode("370811012000") }
  }
}
