internal import SwiftProtobufPluginLibrary

/// Turns the comments of a schema into Swift doc comments.
enum DocComment {
  /// The `///` lines for a descriptor: its leading comment, else the one behind it on the same line.
  static func lines(for descriptor: some ProvidesSourceCodeLocation) -> [String] {
    guard let location = descriptor.sourceCodeInfoLocation else { return [] }
    return lines(of: location.hasLeadingComments ? location.leadingComments : location.trailingComments)
  }

  /// The `///` lines of a comment's text as protoc hands it over: without the comment marks, with the space after them.
  static func lines(of text: String) -> [String] {
    var lines = splitLines(text).map { line in
      var line = line[...]
      if line.first == " " { line = line.dropFirst() }
      while line.last?.isWhitespace == true { line = line.dropLast() }
      return String(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    return lines.map { $0.isEmpty ? "///" : "/// " + $0 }
  }

  /// Cuts at what ends a line for Swift's lexer, and drops what it does not accept in a comment.
  private static func splitLines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn: break
      case "\n", "\r":
        lines.append(String(line))
        line = String.UnicodeScalarView()
      case "\0": break
      default: line.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    lines.append(String(line))
    return lines
  }
}
