extension Deadline {
  /// How an unfinished demand stands against its deadline.
  public enum Signal: Int32, Sendable, Hashable {
    /// In time, with more than a working day left.
    case inTime = 1
    /// The working day before the due date has come (预警).
    case warning = 2
    /// Overdue: red from the first second after the deadline, the first overdue day (超期).
    case overdue = 3
  }

  /// When the warning starts: 00:00 of the last working day before the due date; 24 hours before the end where the
  /// deadline counts clock hours.
  public func warningStart(calendar: WorkingCalendar) -> UnixTime {
    if case .clockHours = serviceLevel, extensionWorkingDays == 0 {
      return end.advanced(bySeconds: -UnixTime.secondsPerDay)
    }
    return calendar.workingDay(before: date).start
  }

  /// How the demand stands at a moment, if it is not finished.
  public func signal(at now: UnixTime, calendar: WorkingCalendar) -> Signal {
    if now >= end { return .overdue }
    return now >= warningStart(calendar: calendar) ? .warning : .inTime
  }
}
