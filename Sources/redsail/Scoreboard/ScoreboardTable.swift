internal import RedSailClient

/// The scoreboard as a table of text.
struct ScoreboardTable {
  let text: String

  init(_ board: Scoreboard, language: Language) {
    let head = [
      language.choose("row", "行"), language.choose("figure", "指标"), language.choose("the article", "报道"),
      language.choose("published", "公布"),
      language.choose("interval", "区间"), language.choose("computed", "计算"), language.choose("agrees", "相符"),
    ]
    let lines = board.rows.map { row in
      [
        String(row.row), language.choose(row.displayName, row.localizedName), row.quote, Self.number(row.published),
        Self.interval(row), Self.number(row.computed),
        row.agrees.map { $0 ? "✓" : "✗" } ?? "–",
      ]
    }
    let table = [head] + lines
    let widths = head.indices.map { column in table.map { Self.width($0[column]) }.max() ?? 0 }
    text = table.map { cells in
      cells.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - Self.width(cell))
        // Numbers end, texts begin in line.
        return [0, 1, 2, 6].contains(column) ? cell + space : space + cell
      }
      .joined(separator: "  ").trimmingEnd()
    }
    .joined(separator: "\n")
  }

  private static func interval(_ row: Scoreboard.Row) -> String {
    guard let low = row.low, let high = row.high else { return "–" }
    return low == high ? number(low) : "\(number(low))–\(number(high))"
  }

  /// A number with commas between the thousands; whole where it is.
  private static func number(_ value: Double?) -> String {
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
