internal import RedSailClient

/// A report as a table of text: a line for each figure.
struct ReportTable {
  let text: String

  init(_ report: Report, language: Language) {
    let head = [
      language.choose("division", "区划"), language.choose("from", "起"), language.choose("to", "止"),
      language.choose("figure", "指标"), language.choose("value", "数值"), language.choose("unit", "单位"),
      language.choose("counted", "分子"), language.choose("among", "分母"), language.choose("left out", "剔除"),
    ]
    var lines: [[String]] = []
    for row in report.rows {
      for (info, figure) in zip(report.figures, row.figures) {
        lines.append(Self.line(row, info, figure, language))
      }
    }
    let title = language.choose(report.displayName, report.localizedName)
    let moment = language.choose(
      "as of \(report.asOfDate?.text ?? ""), revision \(report.revision)",
      "截至 \(report.asOfDate?.text ?? "")，修订号 \(report.revision)"
    )
    text = "\(title) (\(moment))\n" + TextTable([head] + lines, leading: [0, 1, 2, 3, 5, 8]).text
  }

  private static func line(
    _ row: Report.Row,
    _ info: Report.FigureInfo,
    _ figure: Report.Figure,
    _ language: Language
  ) -> [String] {
    let left = figure.exclusions.map { exclusion in
      "\(language.choose(exclusion.reason, exclusion.localizedReason)) \(exclusion.count)"
    }
    return [
      row.divisionDisplayName, row.periodFrom?.text ?? "", row.periodTo?.text ?? "",
      language.choose(info.displayName, info.localizedName),
      figure.suppressed ? "*" : TextTable.number(figure.value), info.unit,
      info.share && !figure.suppressed ? TextTable.number(Double(figure.numerator)) : "",
      info.share && !figure.suppressed ? TextTable.number(Double(figure.denominator)) : "",
      left.joined(separator: ", "),
    ]
  }
}
