internal import RedSailModel
internal import Testing

@Suite("Deadlines")
struct DeadlineTests {
  let calendar = WorkingCalendar.shipped

  /// 15:30 of a day at +08:00.
  private func afternoon(_ day: String) throws -> UnixTime {
    try CivilDate(day).start.advanced(bySeconds: 55_800)
  }

  @Test func `a deadline in working days ends with its last day`() throws {
    let deadline = try Deadline(.standard, from: afternoon("2025-09-26"), calendar: calendar)
    #expect(deadline.date.description == "2025-10-10")
    #expect(deadline.end.description == "2025-10-11T00:00:00+08:00")
  }

  @Test func `warned from the working day before, red on the first overdue day`() throws {
    // Due on Monday 2025-05-12: the working day before it is Friday the 9th.
    let deadline = try Deadline(.standard, from: afternoon("2025-04-30"), calendar: calendar)
    func signal(_ day: CivilDate, _ seconds: Int64) -> Deadline.Signal {
      deadline.signal(at: day.start.advanced(bySeconds: seconds), calendar: calendar)
    }
    #expect(try signal(CivilDate("2025-05-09"), -1) == .inTime)
    #expect(try signal(CivilDate("2025-05-09"), 0) == .warning)
    #expect(try signal(CivilDate("2025-05-11"), 0) == .warning)
    #expect(try signal(CivilDate("2025-05-13"), -1) == .warning)
    #expect(try signal(CivilDate("2025-05-13"), 0) == .overdue)
  }

  @Test func `the warning goes by make-up working days`() throws {
    // Due on Monday 2025-09-29; the Sunday before it is worked.
    let deadline = try Deadline(.workingDays(2), from: afternoon("2025-09-27"), calendar: calendar)
    #expect(deadline.date.description == "2025-09-29")
    #expect(deadline.warningStart(calendar: calendar).description == "2025-09-28T00:00:00+08:00")
  }

  @Test func `urgent categories run by the clock over nights and holidays`() throws {
    let deadline = try Deadline(.clockHours(48), from: afternoon("2025-10-01"), calendar: calendar)
    #expect(deadline.end.description == "2025-10-03T15:30:00+08:00")
    #expect(deadline.date.description == "2025-10-03")
    #expect(deadline.warningStart(calendar: calendar).description == "2025-10-02T15:30:00+08:00")
    #expect(deadline.signal(at: deadline.end.advanced(bySeconds: -1), calendar: calendar) == .warning)
    #expect(deadline.signal(at: deadline.end, calendar: calendar) == .overdue)
  }

  @Test func `clock hours that end at midnight belong to the day that ends`() throws {
    let deadline = try Deadline(.clockHours(24), from: CivilDate("2025-03-03").start, calendar: calendar)
    #expect(deadline.date.description == "2025-03-03")
    #expect(deadline.end.description == "2025-03-04T00:00:00+08:00")
  }

  @Test func `clock hours never depend on a year being loaded`() throws {
    #expect(try !Deadline(.clockHours(2), from: afternoon("2031-02-01"), calendar: calendar).isProvisional)
  }

  @Test func `an extension goes on from the due date`() throws {
    let deadline = try Deadline(.standard, from: afternoon("2025-09-26"), calendar: calendar)
    // After Friday 2025-10-10: the 11th is a make-up Saturday, then the 13th.
    #expect(deadline.extended(byWorkingDays: 2, calendar: calendar).date.description == "2025-10-13")
    let twice = deadline.extended(byWorkingDays: 1, calendar: calendar).extended(byWorkingDays: 1, calendar: calendar)
    #expect(twice.date.description == "2025-10-13")
    #expect(twice.extensionWorkingDays == 2)
    let urgent = try Deadline(.clockHours(24), from: afternoon("2025-04-30"), calendar: calendar)
    #expect(urgent.extended(byWorkingDays: 1, calendar: calendar).end.description == "2025-05-07T00:00:00+08:00")
  }

  @Test func `a provisional deadline is computed again when its year is loaded`() throws {
    let only2025 = try WorkingCalendar([.year2025])
    let provisional = try Deadline(.standard, from: afternoon("2025-12-29"), calendar: only2025)
    #expect(provisional.isProvisional)
    // Monday to Friday: Dec 30 and 31, Jan 1, 2 and 5.
    #expect(provisional.date.description == "2026-01-05")
    let final = provisional.recomputed(calendar: calendar)
    #expect(!final.isProvisional)
    #expect(final.date.description == "2026-01-06")
  }
}
