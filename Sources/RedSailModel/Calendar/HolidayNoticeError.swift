/// Why a holiday arrangement is not taken.
public enum HolidayNoticeError: Error, Hashable {
  /// A day lies neither in the notice's year nor in the December before it.
  case otherYear(CivilDate, year: Int)
  /// A make-up working day is a Monday to Friday, which is worked anyway.
  case makeUpDayOnWeekday(CivilDate)
  /// A day is named as a holiday and as a working day.
  case bothHolidayAndWorked(CivilDate)
}

extension HolidayNoticeError: CustomStringConvertible {
  /// What was expected and what came.
  public var description: String {
    switch self {
    case .otherYear(let day, let year):
      "holiday notice of \(year): \(day) lies neither in \(year) nor in December \(year - 1)"
    case .makeUpDayOnWeekday(let day):
      "holiday notice: the make-up working day \(day) is no Saturday or Sunday"
    case .bothHolidayAndWorked(let day):
      "holiday notice: \(day) is both a holiday and a make-up working day"
    }
  }
}
