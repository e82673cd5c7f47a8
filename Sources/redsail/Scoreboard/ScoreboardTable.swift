internal import RedSailClient

/// The scoreboard as a table of text.
struct ScoreboardTable {
  let text: String

  init(_ board: Scoreboard, language: Language) {
    let head = [
      language.choose("row", "行"), language.choose("figure", "指标"), language.choose("the article", "报道"),
      language.choose("published", "公布"), language.choose("interval", "区间"), language.choose("computed", "计算"),
      language.choose("agrees", "相符"),
    ]
    let lines = board.rows.map { row in
      [
        String(row.row), language.choose(row.displayName, row.localizedName), row.quote,
        TextTable.number(row.published), Self.interval(row), TextTable.number(row.computed),
        row.agrees.map { $0 ? "✓" : "✗" } ?? "–",
      ]
    }
    text = TextTable([head] + lines, leading: [0, 1, 2, 6]).text
  }

  private static func interval(_ row: Scoreboard.Row) -> String {
    guard let low = row.low, let high = row.high else { return "–" }
    return low == high ? TextTable.number(low) : "\(TextTable.number(low))–\(TextTable.number(high))"
  }
}
