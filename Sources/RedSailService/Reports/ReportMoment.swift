internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// What a report's conditions are made from: a period whose last day is the day that counts.
struct ReportMoment: Sendable {
  /// The city's six digits.
  let city: String
  let period: ReportPeriod
  /// How many days ahead a report on what is due looks.
  let daysAhead: Int
  let rules: ReportRules

  /// The day as of which records are judged.
  var day: CivilDate { period.to }

  /// The same for another period.
  func during(_ period: ReportPeriod) -> ReportMoment {
    ReportMoment(city: city, period: period, daysAhead: daysAhead, rules: rules)
  }

  /// The beginning of the names of a type's resources in the city.
  func names(of type: ResourceType) -> String { type.name(city: city, id: "") }
}

/// Conditions on columns.
extension ReportMoment {
  /// A record's period of validity includes the day; its last bound is excluded.
  var isValid: Predicate {
    .and([
      .or([.isUnset("valid_from"), .compare("valid_from", .lessOrEqual, day.column)]),
      .or([.isUnset("valid_to"), .compare("valid_to", .greater, day.column)]),
    ])
  }

  /// A record was valid on some day of the period.
  var wasValid: Predicate {
    .and([
      .or([.isUnset("valid_from"), .compare("valid_from", .lessOrEqual, day.column)]),
      .or([.isUnset("valid_to"), .compare("valid_to", .greater, period.from.column)]),
    ])
  }

  /// A date column lies on the day or before.
  func lies(_ column: String) -> Predicate { .compare(column, .lessOrEqual, day.column) }

  /// A date column lies before the day.
  func liesBefore(_ column: String) -> Predicate { .compare(column, .less, day.column) }

  /// A date column lies in the period.
  func liesInPeriod(_ column: String) -> Predicate {
    .and([.compare(column, .greaterOrEqual, period.from.column), lies(column)])
  }

  /// A date column lies in the day's year, on the day or before (今年以来).
  func liesInYear(_ column: String) -> Predicate {
    let first = day.advanced(byMonths: 1 - day.parts.month).firstOfMonth
    return during(ReportPeriod(from: first, to: day)).liesInPeriod(column)
  }

  /// A time column lies on the day or before.
  func happened(_ column: String) -> Predicate { .compare(column, .less, day.end.column) }

  /// A time column lies in the period.
  func happenedInPeriod(_ column: String) -> Predicate {
    .and([.compare(column, .greaterOrEqual, period.from.start.column), happened(column)])
  }
}

extension Predicate {
  /// An enum column has one of these values.
  static func `is`<Value: OpenEnum>(_ column: String, _ values: Value...) -> Predicate {
    values.count == 1
      ? .compare(column, .equal, .integer(Int64(values[0].rawValue)))
      : .isIn(column, values.map { .integer(Int64($0.rawValue)) })
  }

  /// A boolean column is true.
  static func isTrue(_ column: String) -> Predicate { .compare(column, .equal, .boolean(true)) }

  /// A record of another kind, or so many of them, has this record's name in a column.
  static func named(
    by kind: RecordKind,
    _ column: String,
    where predicate: Predicate = .all,
    atLeast count: Int = 1
  ) -> Predicate {
    .exists(RelatedRecords(kind, column: column, equals: "name", where: predicate, atLeast: count))
  }
}

extension CivilDate {
  /// The day as a date column holds it.
  var column: ColumnValue {
    let parts = parts
    return .date(year: parts.year, month: parts.month, day: parts.day)
  }
}

extension UnixTime {
  /// The second as a time column holds it.
  var column: ColumnValue { .timestamp(Instant(seconds: seconds, nanoseconds: 0)) }
}
