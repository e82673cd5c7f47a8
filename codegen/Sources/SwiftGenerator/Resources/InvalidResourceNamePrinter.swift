/// Writes the error that the typed names throw, once in a module that has such names.
struct InvalidResourceNamePrinter {
  let access: String

  func write(to writer: inout SourceWriter) {
    writer.line("/// A text that is not the name of the resource it should name.")
    writer.block("\(access)struct InvalidResourceName: Error, Hashable, CustomStringConvertible {") { writer in
      writer.line("/// The text.")
      writer.line("\(access)let name: String")
      writer.line("/// The form it should have.")
      writer.line("\(access)let pattern: String")
      writer.line()
      writer.line("\(access)var description: String { \"'\\(name)' does not have the form \\(pattern)\" }")
      writer.line()
      writer.line(
        "/// Cuts a name at its slashes; each part must be that of the pattern, or not empty where a variable stands."
      )
      writer.block(
        "fileprivate static func split(_ name: String, as pattern: String) throws(InvalidResourceName) -> [String] {"
      ) { writer in
        writer.line("let parts = name.split(separator: \"/\", omittingEmptySubsequences: false).map { String($0) }")
        writer.line("let expected = pattern.split(separator: \"/\")")
        writer.block("let fits = parts.count == expected.count && zip(parts, expected).allSatisfy { part, wanted in") {
          writer in
          writer.line("wanted.hasPrefix(\"{\") ? !part.isEmpty : part == wanted")
        }
        writer.line("guard fits else { throw InvalidResourceName(name: name, pattern: pattern) }")
        writer.line("return parts")
      }
    }
  }
}
