extension CivilDate {
  /// The day on which a period of months that starts on this day ends: the same day of the month it ends in, or that
  /// month's last day where it has no such day (Civil Code §202). 12 months from 2024-02-29 end on 2025-02-28.
  ///
  /// - Parameter months: The length in months; negative counts backwards.
  public func advanced(byMonths months: Int) -> CivilDate {
    let (year, month, day) = parts
    let (years, index) = Int64(year * 12 + month - 1 + months).floorDivided(by: 12)
    let first = CivilDate(unchecked: Int(years), Int(index) + 1, 1)
    let next = CivilDate(unchecked: Int(years) + (index == 11 ? 1 : 0), Int(index + 1) % 12 + 1, 1)
    return first.advanced(byDays: min(day, Int(next.daysSinceEpoch - first.daysSinceEpoch)) - 1)
  }

  /// The day on which a period of years that starts on this day ends (Civil Code §202).
  public func advanced(byYears years: Int) -> CivilDate { advanced(byMonths: 12 * years) }

  /// The first day of the month.
  public var firstOfMonth: CivilDate { advanced(byDays: 1 - parts.day) }
}
