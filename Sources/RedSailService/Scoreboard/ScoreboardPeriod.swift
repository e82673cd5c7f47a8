internal import RedSailModel
internal import RedSailStore

/// The days that a scoreboard counts over: a day as of which, and the span 去年以来 that ends with it.
struct ScoreboardPeriod: Sendable {
  /// The day as of which things are counted, its end included.
  let day: CivilDate

  /// 1 January of the year before, to the day.
  var sinceLastYear: ClosedRange<CivilDate> { ReportingPeriod.sinceLastYear(asOf: day) }

  /// A time column lies on the day or before.
  func happened(_ column: String) -> Predicate {
    .compare(column, .less, Self.time(day.end))
  }

  /// A time column lies since last year, and not after the day.
  func happenedSinceLastYear(_ column: String) -> Predicate {
    .and([.compare(column, .greaterOrEqual, Self.time(sinceLastYear.lowerBound.start)), happened(column)])
  }

  /// A date column lies since last year, and not after the day.
  func liesSinceLastYear(_ column: String) -> Predicate {
    .and([
      .compare(column, .greaterOrEqual, Self.date(sinceLastYear.lowerBound)),
      .compare(column, .lessOrEqual, Self.date(day)),
    ])
  }

  /// A date column lies before the day.
  func liesBefore(_ column: String) -> Predicate {
    .compare(column, .less, Self.date(day))
  }

  /// A record's period of validity includes the day; its last bound is excluded.
  var isValid: Predicate {
    .and([
      .or([.isUnset("valid_from"), .compare("valid_from", .lessOrEqual, Self.date(day))]),
      .or([.isUnset("valid_to"), .compare("valid_to", .greater, Self.date(day))]),
    ])
  }

  private static func time(_ time: UnixTime) -> ColumnValue {
    .timestamp(Instant(seconds: time.seconds, nanoseconds: 0))
  }

  private static func date(_ date: CivilDate) -> ColumnValue {
    let parts = date.parts
    return .date(year: parts.year, month: parts.month, day: parts.day)
  }
}
