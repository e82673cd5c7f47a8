/// Collects lines of Swift source, indented by two spaces a level.
struct SourceWriter {
  private(set) var text = ""
  private var depth = 0

  /// Writes one line, or an empty one without trailing spaces.
  mutating func line(_ content: String = "") {
    if !content.isEmpty {
      text += String(repeating: "  ", count: depth)
      text += content
    }
    text += "\n"
  }

  /// Writes each line of an already formatted text at the current depth.
  mutating func lines(_ contents: [String]) {
    for content in contents { line(content) }
  }

  /// Writes `opening`, then `body` one level deeper, then `closing`.
  mutating func block(_ opening: String, closing: String = "}", _ body: (inout SourceWriter) throws -> Void) rethrows {
    line(opening)
    depth += 1
    try body(&self)
    depth -= 1
    line(closing)
  }

  /// Runs `body` one level deeper.
  mutating func indented(_ body: (inout SourceWriter) throws -> Void) rethrows {
    depth += 1
    try body(&self)
    depth -= 1
  }
}
