extension WorkingCalendar {
  /// The last day of a period of working days (工作日).
  ///
  /// The day on which the period starts is not counted (Civil Code §201); the last day is always a worked one.
  ///
  /// - Parameters:
  ///   - days: The length of the period in working days; 0 gives the start day itself, or the next worked day where
  ///     that is a holiday.
  ///   - start: The day of the event that starts the period.
  public func dueDate(workingDays days: Int, from start: CivilDate) -> DueDate {
    guard days > 0 else { return dueDate(calendarDays: 0, from: start) }
    var day = start
    var left = days
    var isProvisional = false
    while left > 0 {
      day = day.advanced(byDays: 1)
      isProvisional = isProvisional || self.isProvisional(day)
      if isWorkingDay(day) { left -= 1 }
    }
    return DueDate(date: day, isProvisional: isProvisional)
  }

  /// The last day of a period of calendar days (自然日).
  ///
  /// The start day is not counted (Civil Code §201); a last day that is a holiday moves to the next worked day
  /// (Civil Code §203).
  ///
  /// - Parameters:
  ///   - days: The length of the period in days.
  ///   - start: The day of the event that starts the period.
  public func dueDate(calendarDays days: Int, from start: CivilDate) -> DueDate {
    var day = start.advanced(byDays: max(0, days))
    var isProvisional = self.isProvisional(day)
    while !isWorkingDay(day) {
      day = day.advanced(byDays: 1)
      isProvisional = isProvisional || self.isProvisional(day)
    }
    return DueDate(date: day, isProvisional: isProvisional)
  }

  /// The last worked day before a day.
  public func workingDay(before day: CivilDate) -> CivilDate {
    var day = day.advanced(byDays: -1)
    while !isWorkingDay(day) { day = day.advanced(byDays: -1) }
    return day
  }
}
