internal import RedSailModel
internal import Testing

@Suite("Tickets: time limits as parameters of a city")
struct TicketLimitsTests {
  typealias Fixture = TicketFixture

  /// A city that gives one working day for returns, three for extensions, and warns two days ahead of three.
  private func limits() throws -> TicketLimits {
    let table = try RuleTable([
      RuleFixture.value(.ticketReturnMaximumWorkingDays, 1, "370800"),
      RuleFixture.value(.ticketExtensionMaximumWorkingDays, 3, "370800"),
      RuleFixture.value(.ticketDefaultWorkingDays, 3, "370800"),
      RuleFixture.value(.ticketWarningWorkingDays, 2, "370800"),
    ])
    return TicketLimits(table, divisions: RuleFixture.jining, on: Fixture.received.civilDate)
  }

  @Test func `a city's own limits are applied, and a refusal names the parameter`() throws {
    let machine = TicketMachine(calendar: .shipped, limits: try limits())
    let give = TicketCommand.return(by: Fixture.community.unit, reason: "不属本单位职责")
    let ticket = Fixture.ticket(.dispatched)
    // Received on Monday 2025-03-03: Tuesday is the last day here, Wednesday elsewhere.
    #expect(throws: Never.self) { try machine.apply(give, to: ticket, at: Fixture.noon("2025-03-04")) }
    #expect(throws: Never.self) { try Fixture.machine.apply(give, to: ticket, at: Fixture.noon("2025-03-05")) }
    let late = #expect(throws: TicketRefusal.self) {
      try machine.apply(give, to: ticket, at: Fixture.noon("2025-03-05"))
    }
    #expect(late?.reason == .returnTooLate(lastDay: try CivilDate("2025-03-04")))
    #expect(late?.parameter?.parameter == .ticketReturnMaximumWorkingDays)
    #expect(late?.description.contains("ticket.return.maximum_working_days = 1 in 370800, test") == true)
    let long = #expect(throws: TicketRefusal.self) {
      try machine.apply(.extend(workingDays: 4, reason: "等待配件"), to: ticket, at: Fixture.soon)
    }
    #expect(long?.reason == .extensionLength(came: 4, already: 0, limit: 3))
    #expect(long?.parameter?.integer == 3)
    #expect(throws: Never.self) {
      try machine.apply(.extend(workingDays: 3, reason: "等待配件"), to: ticket, at: Fixture.soon)
    }
    let state = #expect(throws: TicketRefusal.self) { try machine.apply(.close, to: ticket, at: Fixture.soon) }
    #expect(state?.parameter == nil)
  }

  @Test func `a city's own default and warning are applied`() throws {
    let limits = try limits()
    let level = ServiceLevelTable.initial.level(
      category: "noise",
      divisions: RuleFixture.jining,
      on: Fixture.received.civilDate,
      standard: limits.standardLevel
    )
    let deadline = Deadline(level, from: Fixture.received, calendar: .shipped)
    #expect(deadline.date.description == "2025-03-06")
    let days = limits.warningWorkingDays.integer
    #expect(deadline.warningStart(calendar: .shipped, workingDays: days).civilDate.description == "2025-03-04")
    #expect(deadline.warningStart(calendar: .shipped).civilDate.description == "2025-03-05")
    let tuesday = try CivilDate("2025-03-04").start
    #expect(deadline.signal(at: tuesday, calendar: .shipped, warningWorkingDays: days) == .warning)
    #expect(deadline.signal(at: tuesday, calendar: .shipped) == .inTime)
    #expect(deadline.warningStart(calendar: .shipped, workingDays: 0).civilDate.description == "2025-03-06")
  }

  @Test func `the national limits are five, two, ten and one`() {
    let national = TicketLimits.national
    #expect(national.standardLevel == .standard)
    #expect(national.returnWorkingDays.integer == 2)
    #expect(national.extensionWorkingDays.integer == 10)
    #expect(national.warningWorkingDays.integer == 1)
  }
}
