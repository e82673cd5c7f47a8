internal import RedSailModel
internal import Testing

@Suite("Masks for personal data")
struct PersonMaskTests {
  @Test(arguments: [
    ("13812341234", "138****1234"), ("0537-2345678", "****"), ("1381234123", "****"), ("+8613812341234", "****"),
    ("１３８１２３４１２３４", "****"), ("", ""),
  ])
  func phone(text: String, masked: String) {
    #expect(PersonMask.phone(text) == masked)
  }

  @Test(arguments: [
    ("370811199001011234", "370811********1234"), ("37081119900101123X", "370811********123X"),
    ("370811900101123", "****"), ("护照E12345678", "****"), ("37081119900101123", "****"), ("", ""),
  ])
  func identityNumber(text: String, masked: String) {
    #expect(PersonMask.identityNumber(text) == masked)
  }

  @Test(arguments: [("张三", "张*"), ("张", "张*"), ("欧阳修远", "欧*"), ("𠮷田", "𠮷*"), ("", "")])
  func name(text: String, masked: String) {
    #expect(PersonMask.name(text) == masked)
  }
}
