internal import RedSailModel
internal import RedSailStore

/// A year that begins soon without its holiday arrangement (节假日安排): due dates that run over it are provisional.
public struct CalendarGap: Sendable, Hashable {
  /// The city's six digits.
  public let city: String
  /// The year.
  public let year: Int
  /// How many days there are until it begins; 0 when it has begun.
  public let days: Int
}

extension RedSailServices {
  /// The cities that have no holiday arrangement for a day within 60 days from today, in order: what an operator is to be
  /// warned of. ResolveParameters tells callers the same.
  public func calendarGaps() async throws -> [CalendarGap] {
    let today = environment.clock().unixTime.civilDate
    var gaps: [CalendarGap] = []
    for city in try await environment.store.cities() {
      let day = try await environment.store.read(ReadContext(city: city, scope: .all)) { snapshot in
        try snapshot.ruleBook().calendar.firstProvisionalDay(from: today)
      }
      guard let day else { continue }
      gaps.append(CalendarGap(city: city, year: day.year, days: Int(day.daysSinceEpoch - today.daysSinceEpoch)))
    }
    return gaps
  }
}
