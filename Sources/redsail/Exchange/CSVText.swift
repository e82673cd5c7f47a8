/// Cells of CSV (RFC 4180) that spreadsheets open without harm.
enum CSVText {
  /// The mark by which Excel knows UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A line with its end.
  static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

  /// A cell, in quotes where it needs them.
  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    return "\"\(cell.replacing("\"", with: "\"\""))\""
  }

  /// A text that a spreadsheet would take for a formula, behind an apostrophe. One that looks like the outcome of this gets
  /// one more, so that `unguarded` finds the text again.
  static func guarded(_ text: String) -> String { isFormula(text) ? "'\(text)" : text }

  /// The text that was guarded.
  static func unguarded(_ text: String) -> String {
    text.hasPrefix("'") && isFormula(String(text.dropFirst())) ? String(text.dropFirst()) : text
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    return ["=", "+", "-", "@", "\t", "\r"].contains(first)
  }
}
