/// A table of text for a terminal: cells in line, with two blanks between the columns.
struct TextTable {
  let text: String

  /// Sets lines of as many cells each. Texts begin in line, numbers end: `leading` names the columns of texts.
  init(_ lines: [[String]], leading: Set<Int>) {
    let columns = lines.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      lines.map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
    }
    text = lines.map { cells in
      cells.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - Self.width(cell))
        return leading.contains(column) ? cell + space : space + cell
      }
      .joined(separator: "  ").trimmingEnd()
    }
    .joined(separator: "\n")
  }

  /// A number with commas between the thousands; whole where it is.
  static func number(_ value: Double?) -> String {
    guard let value else { return "–" }
    guard value == value.rounded(), value.magnitude < 1e15 else { return String(value) }
    let digits = Array(String(Int64(value.magnitude)))
    let grouped = digits.enumerated().map { index, digit in
      (index > 0 && (digits.count - index).isMultiple(of: 3) ? "," : "") + String(digit)
    }
    return (value < 0 ? "-" : "") + grouped.joined()
  }

  /// Columns on a terminal: Chinese characters and their punctuation take two.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60:
        sum + 2
      default: sum + 1
      }
    }
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
