internal import RedSailAPI
internal import RedSailModel

/// A period of a report: from its first to its last day, both included.
struct ReportPeriod: Sendable, Hashable {
  let from: CivilDate
  let to: CivilDate

  /// Whether a day belongs to it.
  func contains(_ day: CivilDate) -> Bool { from <= day && day <= to }

  /// The periods of a kind that a span is made of; the first and the last may be cut.
  static func periods(_ kind: Report.PeriodKind, of span: ReportPeriod) -> [ReportPeriod] {
    guard let kind = kind.calendar else { return [span] }
    var periods: [ReportPeriod] = []
    var first = span.from
    while first <= span.to {
      let last = min(kind.days(containing: first).upperBound, span.to)
      periods.append(ReportPeriod(from: first, to: last))
      first = last.advanced(byDays: 1)
    }
    return periods
  }

  /// The calendar quarters that ended in the period.
  var endedQuarters: [ReportPeriod] {
    var quarters: [ReportPeriod] = []
    var days = ReportPeriodKind.quarter.days(containing: from)
    while days.upperBound <= to {
      quarters.append(ReportPeriod(from: days.lowerBound, to: days.upperBound))
      days = ReportPeriodKind.quarter.days(containing: days.upperBound.advanced(byDays: 1))
    }
    return quarters
  }
}

extension Report.PeriodKind {
  /// The calendar's period; nil for the whole span.
  var calendar: ReportPeriodKind? {
    switch self {
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .unspecified, .unrecognized: nil
    }
  }
}
