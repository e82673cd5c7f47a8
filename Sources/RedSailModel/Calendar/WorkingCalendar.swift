/// Which days are worked (工作日), from the holiday arrangements that are loaded.
///
/// A day of a year that is not loaded counts as worked from Monday to Friday; what rests on such a day is
/// *provisional* and is computed again when the year is loaded.
public struct WorkingCalendar: Sendable, Hashable {
  /// The calendar of the notices that ship.
  public static let shipped = WorkingCalendar(loaded: [])

  /// The notices, by year.
  public private(set) var notices: [Int: HolidayNotice] = [:]

  /// What the notices say of a day: worked or not.
  private var arranged: [CivilDate: Bool] = [:]

  /// Makes a calendar.
  ///
  /// - Throws: ``WorkingCalendarError`` where two notices are of one year.
  public init(_ notices: [HolidayNotice]) throws(WorkingCalendarError) {
    for notice in notices {
      guard self.notices[notice.year] == nil else { throw .yearTwice(notice.year) }
      load(notice)
    }
  }

  /// Makes a calendar of the notices that ship and those that a city has loaded: of a year that has both, the loaded one
  /// counts.
  public init(loaded: [HolidayNotice]) {
    let years = Dictionary((HolidayNotice.shipped + loaded).map { ($0.year, $0) }, uniquingKeysWith: { $1 })
    // A notice may reach back into the December before its year, and knows those days best.
    for (_, notice) in years.sorted(by: { $0.key < $1.key }) { load(notice) }
  }

  private mutating func load(_ notice: HolidayNotice) {
    notices[notice.year] = notice
    for holiday in notice.holidays {
      for offset in holiday.lowerBound.daysSinceEpoch...holiday.upperBound.daysSinceEpoch {
        arranged[CivilDate(daysSinceEpoch: offset)] = false
      }
    }
    for day in notice.makeUpWorkingDays { arranged[day] = true }
  }

  /// Whether a day is worked: as a notice says, else Monday to Friday.
  public func isWorkingDay(_ day: CivilDate) -> Bool {
    arranged[day] ?? !day.isWeekend
  }

  /// Whether the holiday arrangement of a day's year is not loaded.
  public func isProvisional(_ day: CivilDate) -> Bool {
    notices[day.year] == nil
  }

  /// The first day within a span that lies in a year not loaded, or nil: what the warning ahead of a year asks.
  ///
  /// - Parameters:
  ///   - days: The span in days, 60 by default.
  ///   - today: The day to look ahead from.
  public func firstProvisionalDay(within days: Int = 60, from today: CivilDate) -> CivilDate? {
    (0...max(0, days)).lazy.map { today.advanced(byDays: $0) }.first(where: isProvisional)
  }
}
