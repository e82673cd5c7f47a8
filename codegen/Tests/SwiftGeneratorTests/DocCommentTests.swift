internal import Testing

@testable internal import SwiftGenerator

struct DocCommentTests {
  /// Whatever a comment holds, each line of the result is one comment line for Swift's lexer.
  @Test(arguments: [
    (" One line.\n", ["/// One line."]), (" First.\n\n Second.\n", ["/// First.", "///", "/// Second."]),
    ("\n\n Late.\n\n", ["/// Late."]), (" Trailing spaces.  \n", ["/// Trailing spaces."]),
    (" Windows.\r\n Lines.\r\n", ["/// Windows.", "/// Lines."]), (" Old\rMac.", ["/// Old", "/// Mac."]),
    (" A \0 NUL.", ["/// A  NUL."]), ("   Indented.\n", ["///   Indented."]),
    (" */ \\(x) \"\"\"\n", ["/// */ \\(x) \"\"\""]),
    ("", []), ("\n", []),
  ])
  func lines(_ text: String, _ lines: [String]) {
    #expect(DocComment.lines(of: text) == lines)
  }
}
