extension ReportPeriodKind {
  /// The key of the period that a day belongs to: `2025-03`, `2025-Q1`, `2025-H1`, `2025`, or its two ends as an ISO 8601
  /// interval.
  public func label(containing day: CivilDate) -> String {
    let (year, month, _) = day.parts
    switch self {
    case .month: return "\(year.padded(to: 4))-\(month.padded(to: 2))"
    case .quarter: return "\(year.padded(to: 4))-Q\((month + 2) / 3)"
    case .halfYear: return "\(year.padded(to: 4))-H\((month + 5) / 6)"
    case .year: return year.padded(to: 4)
    case .yearToDate, .sinceLastYear:
      let days = days(containing: day)
      return "\(days.lowerBound)/\(days.upperBound)"
    }
  }
}
