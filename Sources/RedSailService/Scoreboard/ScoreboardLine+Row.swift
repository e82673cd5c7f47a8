internal import RedSailAPI
internal import RedSailModel

extension ScoreboardLine {
  /// The line with what was counted, beside what the article says; nil where it was counted nowhere.
  func row(_ counted: ScoreboardFigures?, scale: DemonstrationScale) -> Scoreboard.Row {
    let described = ReportCatalogue.report(report)?.figures.first { $0.key == figure }
    let name = name ?? described?.name
    return .with {
      $0.row = Int32(row)
      $0.key = key
      $0.quote = quote
      $0.displayName = name?.english ?? ""
      $0.localizedName = name?.chinese ?? ""
      $0.unit = isPercent ? "%" : unit ?? described?.unit ?? ""
      $0.rpc = "redsail.v1.ReportService/GetReport"
      $0.report = "cities/\(counted?.city ?? place.rawValue)/reports/\(report)"
      publish(&$0, isCompared: counted?.city ?? place.rawValue == place.rawValue, scale)
      guard let counted, let rate = counted.figure(self) else {
        $0.notMeasured = true
        return
      }
      if counted.isSuppressed(self) { $0.suppressed = true } else { compute(&$0, rate) }
    }
  }

  private var isPercent: Bool {
    if case .percent = value { true } else { false }
  }

  /// The published figure; an interval only where it is compared.
  private func publish(_ row: inout Scoreboard.Row, isCompared: Bool, _ scale: DemonstrationScale) {
    let figure: Double
    let interval: (low: Double, high: Double)
    switch published {
    case .count(let published):
      let range = published.interval(at: scale)
      figure = Double(published.published)
      interval = (Double(range.lowerBound), Double(range.upperBound))
    case .share(let published, let standsFor):
      let range = standsFor(scale)
      figure = Double(published) / 100
      interval = (Double(range.lowerBound) / 100, Double(range.upperBound) / 100)
    case nil: return
    }
    row.published = figure
    guard isCompared else { return }
    (row.low, row.high) = interval
  }

  private func compute(_ row: inout Scoreboard.Row, _ rate: RateFigure) {
    switch value {
    case .count:
      row.computed = Double(rate.numerator)
      row.numerator = Int64(rate.numerator)
    case .all:
      row.computed = Double(rate.denominator)
      row.numerator = Int64(rate.denominator)
    case .percent(let decimals):
      row.computed =
        decimals == 1 ? rate.perMille.map { Double($0) / 10 } : rate.perTenThousand.map { Double($0) / 100 }
      row.numerator = Int64(rate.numerator)
      row.denominator = Int64(rate.denominator)
    }
    if let computed = row.computed, let low = row.low, let high = row.high {
      row.agrees = low <= computed && computed <= high
    }
  }
}
