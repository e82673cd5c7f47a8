/// A day of the Gregorian calendar, without a clock time.
///
/// Kept as a number of days, so that counting and comparing cost nothing; year, month and day are computed.
public struct CivilDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before.
  public let daysSinceEpoch: Int64

  /// Makes a date from days since 1970-01-01.
  public init(daysSinceEpoch: Int64) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// Makes a date from its parts, or nil where the calendar has no such day.
  ///
  /// - Parameters:
  ///   - year: 1...9999.
  ///   - month: 1...12.
  ///   - day: 1...31, as the month has it.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.init(unchecked: year, month, day)
    // The 31st of a shorter month has rolled over into the next one.
    guard parts == (year, month, day) else { return nil }
  }

  /// Counts the days of a date that is known to exist.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    // Years that begin in March put the leap day at the end; an era is 400 years, 146,097 days.
    let marchYear = Int64(month < 3 ? year - 1 : year)
    let (era, yearOfEra) = marchYear.floorDivided(by: 400)
    let marchMonth = Int64((month + 9) % 12)
    let dayOfYear = (153 * marchMonth + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSinceEpoch: era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1...12) and day of the month (1...31).
  public var parts: (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (daysSinceEpoch + 719_468).floorDivided(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    let month = Int(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9)
    return (Int(yearOfEra + era * 400) + (month < 3 ? 1 : 0), month, day)
  }

  /// The year.
  public var year: Int { parts.year }

  /// Whether the day is a Saturday or a Sunday.
  public var isWeekend: Bool {
    // 1970-01-01 was a Thursday: three days after a Monday.
    (daysSinceEpoch + 3).floorDivided(by: 7).remainder >= 5
  }

  /// The date a number of days later; earlier where it is negative.
  public func advanced(byDays days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: daysSinceEpoch + Int64(days))
  }

  /// 00:00 of this day in Asia/Shanghai.
  public var start: UnixTime {
    UnixTime(seconds: daysSinceEpoch * UnixTime.secondsPerDay - UnixTime.shanghaiOffset)
  }

  /// 24:00 of this day in Asia/Shanghai: the first second that is no longer part of it.
  public var end: UnixTime { advanced(byDays: 1).start }

  /// Earlier is less.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}
