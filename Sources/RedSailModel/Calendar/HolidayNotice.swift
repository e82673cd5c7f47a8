/// One year's holiday arrangement (部分节假日安排) as the General Office of the State Council announces it.
///
/// This is data: a year's notice is loaded like any other parameter, and appears about two months before the year.
public struct HolidayNotice: Sendable, Hashable {
  /// The year that the notice arranges.
  public let year: Int

  /// The notice: its number and date.
  public let source: String

  /// The days off, whole holidays with the weekend days inside them.
  public let holidays: [ClosedRange<CivilDate>]

  /// Saturdays and Sundays that are worked in exchange (调休上班).
  public let makeUpWorkingDays: [CivilDate]

  /// Makes a notice.
  ///
  /// A notice may reach back into the last days of the year before it: New Year's Day 2023 began on 2022-12-31.
  ///
  /// - Throws: ``HolidayNoticeError``.
  public init(
    year: Int,
    source: String,
    holidays: [ClosedRange<CivilDate>],
    makeUpWorkingDays: [CivilDate]
  ) throws(HolidayNoticeError) {
    for day in holidays.flatMap({ [$0.lowerBound, $0.upperBound] }) + makeUpWorkingDays {
      let (dayYear, month, _) = day.parts
      guard dayYear == year || (dayYear == year - 1 && month == 12) else { throw .otherYear(day, year: year) }
    }
    for day in makeUpWorkingDays {
      guard day.isWeekend else { throw .makeUpDayOnWeekday(day) }
      guard !holidays.contains(where: { $0.contains(day) }) else { throw .bothHolidayAndWorked(day) }
    }
    self.year = year
    self.source = source
    self.holidays = holidays
    self.makeUpWorkingDays = makeUpWorkingDays
  }

  /// For the notices that ship; a test passes them through the checks above.
  init(
    shipped year: Int,
    source: String,
    holidays: [ClosedRange<CivilDate>],
    makeUpWorkingDays: [CivilDate]
  ) {
    self.year = year
    self.source = source
    self.holidays = holidays
    self.makeUpWorkingDays = makeUpWorkingDays
  }
}
