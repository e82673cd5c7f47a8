internal import RedSailAPI
internal import RedSailModel

/// What is asked of a report.
struct ReportQuestion: Sendable {
  /// The city's six digits.
  let city: String
  /// The code of the division; the whole city's is the city's own.
  let division: String
  /// The level of the parts; nil for none.
  let level: Division.Level?
  /// The days that it counts over; the last is the day as of which.
  let span: ReportPeriod
  let periods: [ReportPeriod]
  /// The calendar's periods that those are; nil where the span is one.
  let calendar: ReportPeriodKind?
  let daysAhead: Int

  /// How many days ahead a report on what is due looks unless told otherwise.
  static let defaultDaysAhead = 90

  init(
    city: String,
    division: String,
    level: Division.Level? = nil,
    span: ReportPeriod,
    periodKind: Report.PeriodKind = .unspecified,
    daysAhead: Int = defaultDaysAhead
  ) {
    self.city = city
    self.division = division
    self.level = level
    self.span = span
    calendar = periodKind.calendar
    periods = ReportPeriod.periods(periodKind, of: span)
    self.daysAhead = daysAhead
  }

  /// The same of the whole city, by another level.
  func ofTheCity(by level: Division.Level?) -> ReportQuestion {
    ReportQuestion(of: self, division: city, level: level)
  }

  private init(of other: ReportQuestion, division: String, level: Division.Level?) {
    city = other.city
    self.division = division
    self.level = level
    span = other.span
    periods = other.periods
    calendar = other.calendar
    daysAhead = other.daysAhead
  }
}
