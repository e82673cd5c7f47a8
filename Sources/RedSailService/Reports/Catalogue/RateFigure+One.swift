internal import RedSailAPI
internal import RedSailModel

extension RateFigure {
  /// One record of a share.
  static func one(_ counts: Bool) -> RateFigure { RateFigure(numerator: counts ? 1 : 0, denominator: 1) }

  /// A plain count.
  static func count(_ number: Int) -> RateFigure { RateFigure(numerator: number) }
}

extension Period {
  /// A single day.
  init(day: CivilDate) {
    self.init(CalendarDate(day), CalendarDate(day.advanced(byDays: 1)))
  }
}
