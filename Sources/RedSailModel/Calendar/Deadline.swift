/// When the handling of a demand must be done, with everything needed to compute it again.
public struct Deadline: Sendable, Hashable {
  /// When the period started.
  public let start: UnixTime

  /// How long it lasts.
  public let serviceLevel: ServiceLevel

  /// Working days added by extensions (延期), together.
  public let extensionWorkingDays: Int

  /// The last day in time.
  public let date: CivilDate

  /// The first moment that is too late: 24:00 of ``date``, or the hour where the level counts clock hours.
  public let end: UnixTime

  /// Whether the count ran over a year whose holiday arrangement was not loaded. Compute the deadline again then.
  public let isProvisional: Bool

  /// Computes a deadline.
  ///
  /// A deadline in clock hours that is extended becomes one in days: the extension counts working days from the day on
  /// which the hours run out, and ends with its last day.
  ///
  /// - Parameters:
  ///   - serviceLevel: The length of the period.
  ///   - start: When it starts.
  ///   - extensionWorkingDays: Working days added by extensions.
  ///   - calendar: The holiday arrangements known now.
  public init(
    _ serviceLevel: ServiceLevel,
    from start: UnixTime,
    extensionWorkingDays: Int = 0,
    calendar: WorkingCalendar
  ) {
    self.start = start
    self.serviceLevel = serviceLevel
    self.extensionWorkingDays = extensionWorkingDays
    let due: DueDate
    switch serviceLevel {
    case .workingDays(let days):
      due = calendar.dueDate(workingDays: days + extensionWorkingDays, from: start.civilDate)
    case .clockHours(let hours):
      let end = start.advanced(bySeconds: Int64(hours) * 3_600)
      guard extensionWorkingDays > 0 else {
        self.end = end
        // A deadline at 24:00 sharp still belongs to the day that ends then.
        self.date = end.advanced(bySeconds: -1).civilDate
        self.isProvisional = false
        return
      }
      due = calendar.dueDate(workingDays: extensionWorkingDays, from: end.advanced(bySeconds: -1).civilDate)
    }
    self.date = due.date
    self.end = due.date.end
    self.isProvisional = due.isProvisional
  }

  /// The first moment at which an extension can no longer be asked for: an extension is asked for *before* the due date,
  /// which is 00:00 of ``date``, or ``end`` where the deadline counts clock hours.
  public var extensionEnd: UnixTime {
    if case .clockHours = serviceLevel, extensionWorkingDays == 0 { return end }
    return date.start
  }

  /// The same deadline with working days added.
  public func extended(byWorkingDays days: Int, calendar: WorkingCalendar) -> Deadline {
    Deadline(serviceLevel, from: start, extensionWorkingDays: extensionWorkingDays + days, calendar: calendar)
  }

  /// The same deadline under a calendar in which more years may be loaded.
  public func recomputed(calendar: WorkingCalendar) -> Deadline {
    Deadline(serviceLevel, from: start, extensionWorkingDays: extensionWorkingDays, calendar: calendar)
  }
}
