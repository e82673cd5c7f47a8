internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel

extension Deadline {
  /// The deadline that a stored period stands for, counted by the calendar as it is now.
  init?(_ due: Ticket.Due, calendar: WorkingCalendar) {
    guard let start = due.startTime?.unixTime else { return nil }
    let level: ServiceLevel
    switch due.serviceLevel {
    case .workingDays(let days): level = .workingDays(Int(days))
    case .clockHours(let hours): level = .clockHours(Int(hours))
    case nil: return nil
    }
    self.init(level, from: start, extensionWorkingDays: Int(due.extensionWorkingDays), calendar: calendar)
  }
}

extension Ticket.Due {
  /// The period as it is stored and shown.
  init(_ deadline: Deadline, warningWorkingDays: Int, calendar: WorkingCalendar) {
    self.init()
    date = CalendarDate(deadline.date)
    overdueTime = Timestamp(deadline.end)
    warningTime = Timestamp(deadline.warningStart(calendar: calendar, workingDays: warningWorkingDays))
    startTime = Timestamp(deadline.start)
    switch deadline.serviceLevel {
    case .workingDays(let days): serviceLevel = .workingDays(Int32(clamping: days))
    case .clockHours(let hours): serviceLevel = .clockHours(Int32(clamping: hours))
    }
    extensionWorkingDays = Int32(clamping: deadline.extensionWorkingDays)
    provisional = deadline.isProvisional
  }
}
