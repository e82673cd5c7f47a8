internal import RedSailModel
internal import Testing

@Suite("Tickets: returns and extensions")
struct TicketTimeLimitTests {
  typealias Fixture = TicketFixture

  @Test func `a return goes back to the unit that dispatched`() throws {
    let returned = try Fixture.apply(
      .return(by: Fixture.community.unit, reason: "wrong unit"),
      to: Fixture.ticket(.signed)
    )
    #expect(returned.holder == Fixture.street)
    #expect(returned.dispatch == nil)
    // The street may dispatch at its own level again, which the community could not.
    #expect(try Fixture.apply(.dispatch(to: Fixture.street), to: returned).state == .dispatched)
  }

  /// Dispatched on Monday 2025-03-03: the second working day is Wednesday the 5th.
  @Test func `a return comes within two working days of the dispatch`() throws {
    let command = TicketCommand.return(by: Fixture.community.unit, reason: "wrong unit")
    let ticket = Fixture.ticket(.dispatched)
    let lastDay = try CivilDate("2025-03-05")
    #expect(Fixture.refusal(command, of: ticket, at: Fixture.times(lastDay.end.advanced(bySeconds: -1))) == nil)
    #expect(Fixture.refusal(command, of: ticket, at: Fixture.times(lastDay.end)) == .returnTooLate(lastDay: lastDay))
    // Written down on the 6th, with the grid app offline since the 5th.
    let offline = Fixture.times(lastDay.start.advanced(bySeconds: 64_800), recordedAfter: 40_000)
    #expect(Fixture.refusal(command, of: ticket, at: offline) == nil)
    let tooLate = Fixture.times(lastDay.start.advanced(bySeconds: 64_800), recordedAfter: 90_000)
    #expect(Fixture.refusal(command, of: ticket, at: tooLate) == .returnTooLate(lastDay: lastDay))
  }

  /// Dispatched on Tuesday 2025-09-30, before the eight days of National Day: the last day is Friday 2025-10-10.
  @Test func `holidays do not count towards the return`() throws {
    var ticket = Fixture.ticket(.dispatched)
    ticket.dispatch = TicketDispatch(from: Fixture.street, at: try Fixture.noon("2025-09-30").event)
    let command = TicketCommand.return(by: Fixture.community.unit, reason: "wrong unit")
    #expect(Fixture.refusal(command, of: ticket, at: try Fixture.noon("2025-10-10")) == nil)
    #expect(
      Fixture.refusal(command, of: ticket, at: try Fixture.noon("2025-10-11"))
        == .returnTooLate(lastDay: try CivilDate("2025-10-10"))
    )
  }

  /// A year played later by an agency that loads history: every deadline goes by the events.
  @Test func `history is judged by its own time, dispatch and return alike`() throws {
    func history(_ day: String) throws -> ActionTimes {
      ActionTimes(
        event: try Fixture.noon(day).event,
        record: try Fixture.noon("2026-11-24").event,
        loadsHistory: true
      )
    }
    var ticket = Fixture.ticket(.accepted)
    ticket = try Fixture.apply(.dispatch(to: Fixture.community), to: ticket, at: history("2025-03-04"))
    let command = TicketCommand.return(by: Fixture.community.unit, reason: "wrong unit")
    #expect(Fixture.refusal(command, of: ticket, at: try history("2025-03-06")) == nil)
    #expect(
      Fixture.refusal(command, of: ticket, at: try history("2025-03-07"))
        == .returnTooLate(lastDay: try CivilDate("2025-03-06"))
    )
  }

  @Test func `a unit returns a ticket once, with a reason, and only while it holds it`() throws {
    let ticket = Fixture.ticket(.dispatched)
    let command = TicketCommand.return(by: Fixture.community.unit, reason: "wrong unit")
    var again = try Fixture.apply(command, to: ticket)
    again = try Fixture.apply(.dispatch(to: Fixture.community), to: again)
    #expect(Fixture.refusal(command, of: again) == .returnedBefore(unit: Fixture.community.unit))
    again = try Fixture.apply(.dispatch(to: Fixture.grid), to: again)
    #expect(Fixture.refusal(.return(by: Fixture.grid.unit, reason: "wrong unit"), of: again) == nil)
    #expect(Fixture.refusal(.return(by: Fixture.community.unit, reason: " \n"), of: ticket) == .reasonMissing)
    #expect(
      Fixture.refusal(.return(by: Fixture.street.unit, reason: "wrong unit"), of: ticket)
        == .notHolder(actor: Fixture.street.unit, holder: Fixture.community.unit)
    )
  }

  /// Received on Monday 2025-03-03, due on Monday the 10th.
  @Test func `an extension is asked for before the due date, with a reason`() throws {
    let ticket = Fixture.ticket(.inProgress)
    let due = try CivilDate("2025-03-10")
    #expect(ticket.deadline.date == due)
    let command = TicketCommand.extend(workingDays: 2, reason: "spare part")
    let extended = try Fixture.apply(command, to: ticket, at: Fixture.times(due.start.advanced(bySeconds: -1)))
    #expect(extended.deadline.date.description == "2025-03-12")
    #expect(
      Fixture.refusal(command, of: ticket, at: Fixture.times(due.start)) == .extensionTooLate(deadline: ticket.deadline)
    )
    #expect(Fixture.refusal(.extend(workingDays: 2, reason: ""), of: ticket) == .reasonMissing)
  }

  @Test func `an urgent ticket is extended before its hour`() throws {
    var ticket = Fixture.ticket(.inProgress)
    ticket.deadline = Deadline(.clockHours(2), from: Fixture.received, calendar: Fixture.calendar)
    let command = TicketCommand.extend(workingDays: 1, reason: "spare part")
    #expect(Fixture.refusal(command, of: ticket, at: Fixture.times(ticket.deadline.end.advanced(bySeconds: -1))) == nil)
    #expect(
      Fixture.refusal(command, of: ticket, at: Fixture.times(ticket.deadline.end))
        == .extensionTooLate(deadline: ticket.deadline)
    )
  }

  @Test func `all extensions together add ten working days at most`() throws {
    let ticket = Fixture.ticket(.inProgress)
    for days in [0, -1, 11] {
      #expect(
        Fixture.refusal(.extend(workingDays: days, reason: "spare part"), of: ticket)
          == .extensionLength(came: days, already: 0, limit: 10)
      )
    }
    let ten = try Fixture.apply(.extend(workingDays: 10, reason: "spare part"), to: ticket)
    #expect(ten.deadline.date.description == "2025-03-24")
    let four = try Fixture.apply(.extend(workingDays: 4, reason: "spare part"), to: ticket)
    #expect(
      Fixture.refusal(.extend(workingDays: 7, reason: "spare part"), of: four)
        == .extensionLength(came: 7, already: 4, limit: 10)
    )
    #expect(try Fixture.apply(.extend(workingDays: 6, reason: "spare part"), to: four).deadline == ten.deadline)
  }
}
