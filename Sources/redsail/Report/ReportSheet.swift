internal import RedSailClient

/// A report as a sheet: a line for each row; of a share its value, numerator and denominator.
struct ReportSheet {
  let lines: [[String]]

  init(_ report: Report, language: Language) {
    var head = [
      language.choose("code", "区划代码"), language.choose("division", "区划"), language.choose("from", "起始日期"),
      language.choose("to", "截止日期"),
    ]
    for info in report.figures {
      let name = language.choose(info.displayName, info.localizedName)
      head.append("\(name) [\(info.unit)]")
      guard info.share else { continue }
      head += ["\(name) [\(language.choose("counted", "分子"))]", "\(name) [\(language.choose("among", "分母"))]"]
    }
    lines =
      [head]
      + report.rows.map { row in
        var cells = [
          String(row.division.split(separator: "/").last ?? ""), row.divisionDisplayName, row.periodFrom?.text ?? "",
          row.periodTo?.text ?? "",
        ]
        for (info, figure) in zip(report.figures, row.figures) {
          // What is suppressed is no zero.
          let hidden = figure.suppressed
          cells.append(hidden ? "*" : Self.number(figure.value))
          guard info.share else { continue }
          cells += [hidden ? "*" : String(figure.numerator), hidden ? "*" : String(figure.denominator)]
        }
        return cells
      }
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    return value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : String(value)
  }
}
