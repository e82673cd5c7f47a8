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

  /// When the warning starts: 00:00 of the last working day before the due date, or of one further before; 24 hours before
  /// the end where the deadline counts clock hours.
  ///
  /// - Parameters:
  ///   - calendar: The holiday arrangements known now.
  ///   - days: How many working days before the due date; 0 warns on the due date itself.
  public func warningStart(calendar: WorkingCalendar, workingDays days: Int = 1) -> UnixTime {
    if case .clockHours = serviceLevel, extensionWorkingDays == 0 {
      return end.advanced(bySeconds: -UnixTime.secondsPerDay)
    }
    return (0..<max(0, days)).reduce(date) { day, _ in calendar.workingDay(before: day) }.start
  }

  /// How the demand stands at a moment, if it is not finished.
  ///
  /// - Parameters:
  ///   - now: The moment.
  ///   - calendar: The holiday arrangements known now.
  ///   - warningDays: How many working days before the due date the warning starts.
  public func signal(at now: UnixTime, calendar: WorkingCalendar, warningWorkingDays warningDays: Int = 1) -> Signal {
    if now >= end { return .overdue }
    return now >= warningStart(calendar: calendar, workingDays: warningDays) ? .warning : .inTime
  }
}
