internal import RedSailModel
internal import Testing

@Suite("Tickets: the conditions of each action")
struct TicketConditionTests {
  typealias Fixture = TicketFixture

  private func refusal(
    _ command: TicketCommand,
    of ticket: TicketSnapshot,
    at times: ActionTimes = Fixture.soon
  ) -> TicketRefusal.Reason? {
    do throws(TicketRefusal) {
      _ = try Fixture.machine.apply(command, to: ticket, at: times)
      return nil
    } catch {
      return error.reason
    }
  }

  private func apply(
    _ command: TicketCommand,
    to ticket: TicketSnapshot,
    at times: ActionTimes = Fixture.soon
  ) throws -> TicketSnapshot {
    try Fixture.machine.apply(command, to: ticket, at: times).after
  }

  // MARK: Times

  @Test func `an event lies neither in the future nor before the last one`() {
    let ticket = Fixture.ticket(.received)
    let record = Fixture.received.advanced(bySeconds: 10)
    let late = Fixture.received.advanced(bySeconds: 11)
    #expect(
      refusal(.accept, of: ticket, at: ActionTimes(event: late, record: record))
        == .eventTime(.inFuture(event: late, record: record))
    )
    let early = Fixture.received.advanced(bySeconds: -1)
    #expect(
      refusal(.accept, of: ticket, at: ActionTimes(event: early, record: record))
        == .eventTime(.beforeLast(event: early, last: Fixture.received))
    )
    #expect(refusal(.accept, of: ticket, at: ActionTimes(event: Fixture.received, record: record)) == nil)
    #expect(refusal(.accept, of: ticket, at: ActionTimes(event: record, record: record)) == nil)
  }

  @Test func `intake refuses an event in the future and nothing else`() throws {
    let record = Fixture.received
    let event = record.advanced(bySeconds: 1)
    #expect(throws: EventTimeError.inFuture(event: event, record: record)) {
      try TicketSnapshot(
        receiving: Fixture.name,
        source: .owner,
        holder: Fixture.grid,
        at: ActionTimes(event: event, record: record),
        calendar: Fixture.calendar
      )
    }
    let year2031 = try TicketSnapshot(
      receiving: Fixture.name,
      source: .owner,
      holder: Fixture.grid,
      at: Fixture.noon("2031-02-03"),
      calendar: Fixture.calendar
    )
    #expect(year2031.deadline.isProvisional)
    #expect(year2031.deadline.date.description == "2031-02-10")
    #expect(year2031.state == .received)
  }

  @Test func `deadlines are judged by the record time, except within the allowance and for history`() {
    let day: Int64 = 86_400
    func times(_ seconds: Int64, history: Bool = false) -> ActionTimes {
      ActionTimes(
        event: Fixture.received,
        record: Fixture.received.advanced(bySeconds: seconds),
        loadsHistory: history
      )
    }
    #expect(times(day).judged == Fixture.received)
    #expect(!times(day).isBackfilled)
    #expect(times(day + 1).judged == Fixture.received.advanced(bySeconds: day + 1))
    #expect(times(day + 1).isBackfilled)
    #expect(times(300 * day, history: true).judged == Fixture.received)
    #expect(times(300 * day, history: true).isBackfilled)
  }

  // MARK: Levels

  @Test func `dispatch goes to the holder's level or below`() throws {
    let ticket = Fixture.ticket(.accepted)
    #expect(try apply(.dispatch(to: Fixture.grid), to: ticket).holder == Fixture.grid)
    #expect(try apply(.dispatch(to: Fixture.community), to: ticket).holder == Fixture.community)
    #expect(refusal(.dispatch(to: Fixture.street), of: ticket) == .dispatchUpwards(from: .community, to: .street))
  }

  @Test func `escalation goes up exactly one level, by the current holder only`() throws {
    let ticket = Fixture.ticket(.inProgress)
    let up = try apply(.escalate(by: Fixture.community.unit, to: Fixture.street), to: ticket)
    #expect(up.holder == Fixture.street)
    #expect(up.dispatch?.from == Fixture.community)
    #expect(
      refusal(.escalate(by: Fixture.community.unit, to: Fixture.county), of: ticket)
        == .level(from: .community, expected: .street, came: .county)
    )
    for target in [Fixture.community, Fixture.grid] {
      #expect(
        refusal(.escalate(by: Fixture.community.unit, to: target), of: ticket)
          == .level(from: .community, expected: .street, came: target.level)
      )
    }
    #expect(
      refusal(.escalate(by: Fixture.street.unit, to: Fixture.street), of: ticket)
        == .notHolder(actor: Fixture.street.unit, holder: Fixture.community.unit)
    )
    var top = ticket
    top.holder = Fixture.county
    #expect(
      refusal(.escalate(by: Fixture.county.unit, to: Fixture.county), of: top)
        == .level(from: .county, expected: nil, came: .county)
    )
  }

  // MARK: Returns

  @Test func `a return goes back to the unit that dispatched`() throws {
    let returned = try apply(.return(by: Fixture.community.unit, reason: "wrong unit"), to: Fixture.ticket(.signed))
    #expect(returned.holder == Fixture.street)
    #expect(returned.dispatch == nil)
    // The street may dispatch at its own level again, which the community could not.
    #expect(try apply(.dispatch(to: Fixture.street), to: returned).state == .dispatched)
  }

  /// Dispatched on Monday 2025-03-03: the second working day is Wednesday the 5th.
  @Test func `a return comes within two working days of the dispatch`() throws {
    let command = TicketCommand.return(by: Fixture.community.unit, reason: "wrong unit")
    let ticket = Fixture.ticket(.dispatched)
    let lastDay = try CivilDate("2025-03-05")
    #expect(refusal(command, of: ticket, at: Fixture.times(lastDay.end.advanced(bySeconds: -1))) == nil)
    #expect(refusal(command, of: ticket, at: Fixture.times(lastDay.end)) == .returnTooLate(lastDay: lastDay))
    // Written down on the 6th, with the grid app offline since the 5th.
    let offline = Fixture.times(lastDay.start.advanced(bySeconds: 64_800), recordedAfter: 40_000)
    #expect(refusal(command, of: ticket, at: offline) == nil)
    let tooLate = Fixture.times(lastDay.start.advanced(bySeconds: 64_800), recordedAfter: 90_000)
    #expect(refusal(command, of: ticket, at: tooLate) == .returnTooLate(lastDay: lastDay))
  }

  /// Dispatched on Tuesday 2025-09-30, before the eight days of National Day: the last day is Friday 2025-10-10.
  @Test func `holidays do not count towards the return`() throws {
    var ticket = Fixture.ticket(.dispatched)
    ticket.dispatch = TicketDispatch(from: Fixture.street, at: try Fixture.noon("2025-09-30").event)
    let command = TicketCommand.return(by: Fixture.community.unit, reason: "wrong unit")
    #expect(refusal(command, of: ticket, at: try Fixture.noon("2025-10-10")) == nil)
    #expect(
      refusal(command, of: ticket, at: try Fixture.noon("2025-10-11"))
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
    ticket = try apply(.dispatch(to: Fixture.community), to: ticket, at: history("2025-03-04"))
    let command = TicketCommand.return(by: Fixture.community.unit, reason: "wrong unit")
    #expect(refusal(command, of: ticket, at: try history("2025-03-06")) == nil)
    #expect(
      refusal(command, of: ticket, at: try history("2025-03-07"))
        == .returnTooLate(lastDay: try CivilDate("2025-03-06"))
    )
  }

  @Test func `a unit returns a ticket once, with a reason, and only while it holds it`() throws {
    let ticket = Fixture.ticket(.dispatched)
    let command = TicketCommand.return(by: Fixture.community.unit, reason: "wrong unit")
    var again = try apply(command, to: ticket)
    again = try apply(.dispatch(to: Fixture.community), to: again)
    #expect(refusal(command, of: again) == .returnedBefore(unit: Fixture.community.unit))
    again = try apply(.dispatch(to: Fixture.grid), to: again)
    #expect(refusal(.return(by: Fixture.grid.unit, reason: "wrong unit"), of: again) == nil)
    #expect(refusal(.return(by: Fixture.community.unit, reason: " \n"), of: ticket) == .reasonMissing)
    #expect(
      refusal(.return(by: Fixture.street.unit, reason: "wrong unit"), of: ticket)
        == .notHolder(actor: Fixture.street.unit, holder: Fixture.community.unit)
    )
  }

  // MARK: Extensions

  /// Received on Monday 2025-03-03, due on Monday the 10th.
  @Test func `an extension is asked for before the due date, with a reason`() throws {
    let ticket = Fixture.ticket(.inProgress)
    let due = try CivilDate("2025-03-10")
    #expect(ticket.deadline.date == due)
    let command = TicketCommand.extend(workingDays: 2, reason: "spare part")
    let extended = try apply(command, to: ticket, at: Fixture.times(due.start.advanced(bySeconds: -1)))
    #expect(extended.deadline.date.description == "2025-03-12")
    #expect(
      refusal(command, of: ticket, at: Fixture.times(due.start)) == .extensionTooLate(deadline: ticket.deadline)
    )
    #expect(refusal(.extend(workingDays: 2, reason: ""), of: ticket) == .reasonMissing)
  }

  @Test func `an urgent ticket is extended before its hour`() throws {
    var ticket = Fixture.ticket(.inProgress)
    ticket.deadline = Deadline(.clockHours(2), from: Fixture.received, calendar: Fixture.calendar)
    let command = TicketCommand.extend(workingDays: 1, reason: "spare part")
    #expect(refusal(command, of: ticket, at: Fixture.times(ticket.deadline.end.advanced(bySeconds: -1))) == nil)
    #expect(
      refusal(command, of: ticket, at: Fixture.times(ticket.deadline.end))
        == .extensionTooLate(deadline: ticket.deadline)
    )
  }

  @Test func `all extensions together add ten working days at most`() throws {
    let ticket = Fixture.ticket(.inProgress)
    for days in [0, -1, 11] {
      #expect(
        refusal(.extend(workingDays: days, reason: "spare part"), of: ticket)
          == .extensionLength(came: days, already: 0, limit: 10)
      )
    }
    let ten = try apply(.extend(workingDays: 10, reason: "spare part"), to: ticket)
    #expect(ten.deadline.date.description == "2025-03-24")
    let four = try apply(.extend(workingDays: 4, reason: "spare part"), to: ticket)
    #expect(
      refusal(.extend(workingDays: 7, reason: "spare part"), of: four)
        == .extensionLength(came: 7, already: 4, limit: 10)
    )
    #expect(try apply(.extend(workingDays: 6, reason: "spare part"), to: four).deadline == ten.deadline)
  }

  // MARK: Merging, call-back, reopening, review

  @Test func `a ticket is merged into another one that is being handled`() throws {
    let ticket = Fixture.ticket(.received)
    for state in TicketState.allCases {
      let leading = LeadingTicket(name: "cities/370800/tickets/two", state: state)
      let isOpen: Set<TicketState> = [.received, .accepted, .dispatched, .signed, .inProgress, .returned]
      #expect(
        refusal(.merge(into: leading), of: ticket) == (isOpen.contains(state) ? nil : .leadingTicketState(leading))
      )
    }
    #expect(
      refusal(.merge(into: LeadingTicket(name: Fixture.name, state: .received)), of: ticket) == .mergeIntoItself
    )
  }

  @Test func `a merged complainant is called back once the leading ticket is resolved`() throws {
    var ticket = Fixture.ticket(.merged)
    for state in TicketState.allCases {
      ticket.leading = LeadingTicket(name: "cities/370800/tickets/two", state: state)
      let isResolved: Set<TicketState> = [.resolved, .calledBack, .closed]
      #expect(
        refusal(.callBack(.satisfied), of: ticket)
          == (isResolved.contains(state) ? nil : .leadingTicketUnresolved(ticket.leading))
      )
    }
    ticket.leading = nil
    #expect(refusal(.callBack(.satisfied), of: ticket) == .leadingTicketUnresolved(nil))
  }

  @Test func `a ticket is reopened on dissatisfaction only, with a new deadline`() throws {
    for said in [TicketSatisfaction.satisfied, .notReached] {
      let calledBack = try apply(.callBack(said), to: Fixture.ticket(.resolved))
      #expect(refusal(.reopen, of: calledBack) == .notDissatisfied(said))
    }
    let calledBack = try apply(.callBack(.dissatisfied), to: Fixture.ticket(.resolved))
    var closed = try apply(.close, to: calledBack)
    #expect(closed.closedAtLevel == .community)
    let reopened = try apply(.reopen, to: closed, at: Fixture.noon("2025-09-26"))
    #expect(reopened.deadline.date.description == "2025-10-10")
    #expect(reopened.closedAtLevel == nil)
    // What was said last time does not reopen it a second time.
    #expect(reopened.satisfaction == nil)
    closed.satisfaction = nil
    #expect(refusal(.reopen, of: closed) == .notDissatisfied(nil))
  }

  @Test func `a ticket resolved on the spot waits for its dispatch when it is reopened`() throws {
    var ticket = try TicketSnapshot(
      receiving: Fixture.name,
      source: .receptionDay,
      holder: Fixture.community,
      at: Fixture.times(Fixture.received),
      calendar: Fixture.calendar
    )
    for command in [TicketCommand.resolve, .callBack(.dissatisfied), .reopen] {
      ticket = try apply(command, to: ticket)
    }
    #expect(ticket.state == .accepted)
  }

  @Test func `a merged ticket that is reopened stands alone and waits for its dispatch`() throws {
    var ticket = try apply(.callBack(.dissatisfied), to: Fixture.ticket(.merged))
    ticket = try apply(.reopen, to: ticket)
    #expect(ticket.state == .accepted)
    #expect(ticket.leading == nil)
  }

  @Test func `a refusal to accept keeps its reason, and a review upholds or overturns it`() throws {
    let refused = try apply(.refuse(.litigation), to: Fixture.ticket(.received))
    #expect(refused.nonAcceptanceReason == .litigation)
    let upheld = try apply(.review(.upheld), to: refused)
    #expect(upheld.state == .notAccepted)
    #expect(upheld.reviewOutcome == .upheld)
    let overturned = try apply(.review(.overturned), to: refused, at: Fixture.noon("2025-04-30"))
    #expect(overturned.state == .accepted)
    #expect(overturned.deadline.date.description == "2025-05-12")
  }

  @Test func `the level at which a ticket closes is the holder's`() throws {
    var ticket = Fixture.ticket(.inProgress)
    let steps: [TicketCommand] = [
      .escalate(by: Fixture.community.unit, to: Fixture.street), .sign, .start, .resolve, .callBack(.satisfied), .close,
    ]
    for command in steps { ticket = try apply(command, to: ticket) }
    #expect(ticket.state == .closed)
    #expect(ticket.closedAtLevel == .street)
  }
}
