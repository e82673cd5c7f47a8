/// The kinds of period that a report covers (报表周期).
public enum ReportPeriodKind: Int32, Sendable, Hashable, CaseIterable {
  /// A month (月).
  case month = 1
  /// A quarter (季度).
  case quarter = 2
  /// A year (年).
  case year = 3
  /// Half a year (半年).
  case halfYear = 4
  /// From 1 January to the day (今年以来).
  case yearToDate = 5
  /// From 1 January of the year before to the day (去年以来).
  case sinceLastYear = 6

  /// The days of the period that a day belongs to, first and last included. The two that run up to a day end with it.
  public func days(containing day: CivilDate) -> ClosedRange<CivilDate> {
    switch self {
    case .month: Self.months(1, around: day)
    case .quarter: Self.months(3, around: day)
    case .halfYear: Self.months(6, around: day)
    case .year: Self.months(12, around: day)
    case .yearToDate: Self.months(12, around: day).lowerBound...day
    case .sinceLastYear: ReportingPeriod.sinceLastYear(asOf: day)
    }
  }

  /// The period before the one that a day belongs to, of the same length in the calendar. Of the two that run up to a day
  /// it is the one that ends a year before.
  public func previousDays(before day: CivilDate) -> ClosedRange<CivilDate> {
    switch self {
    case .month, .quarter, .halfYear, .year:
      days(containing: days(containing: day).lowerBound.advanced(byDays: -1))
    case .yearToDate, .sinceLastYear: days(containing: day.advanced(byYears: -1))
    }
  }

  /// Spans of a number of months are counted from January.
  private static func months(_ length: Int, around day: CivilDate) -> ClosedRange<CivilDate> {
    let start = day.firstOfMonth.advanced(byMonths: -((day.parts.month - 1) % length))
    return start...start.advanced(byMonths: length).advanced(byDays: -1)
  }
}
