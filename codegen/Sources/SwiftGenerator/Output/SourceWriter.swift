/// Collects lines of Swift source, indented by two spaces a level.
struct SourceWriter {
  private(set) var text = ""
  private var depth = 0

  /// Where declarations are cut into several lines.
  private static let width = 120

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

  /// Writes the head of a function: on one line where it fits, else with its parameters on a line of their own.
  mutating func function(_ head: String, _ parameters: String, _ tail: String) {
    let whole = "\(head)(\(parameters))\(tail)"
    if depth * 2 + whole.count <= Self.width {
      line(whole)
    } else {
      line(head + "(")
      line("  " + parameters)
      line(")" + tail)
    }
  }

  /// Writes a list between brackets: on one line where it fits, else filling as many lines as it takes.
  mutating func list(_ head: String, _ elements: [String], _ tail: String) {
    let whole = head + elements.joined(separator: ", ") + tail
    if depth * 2 + whole.count <= Self.width {
      line(whole)
      return
    }
    line(head)
    var row = " "
    for element in elements {
      if depth * 2 + row.count + element.count + 2 > Self.width {
        line(row)
        row = " "
      }
      row += " \(element),"
    }
    line(row)
    line(tail)
  }
}
