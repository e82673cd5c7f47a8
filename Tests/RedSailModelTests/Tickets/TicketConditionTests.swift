internal import RedSailModel
internal import Testing

@Suite("Tickets: the conditions of each action")
struct TicketConditionTests {
  typealias Fixture = TicketFixture

  // MARK: Times

  @Test func `an event lies neither in the future nor before the last one`() {
    let ticket = Fixture.ticket(.received)
    let record = Fixture.received.advanced(bySeconds: 10)
    let late = Fixture.received.advanced(bySeconds: 11)
    #expect(
      Fixture.refusal(.accept, of: ticket, at: ActionTimes(event: late, record: record))
        == .eventTime(.inFuture(event: late, record: record))
    )
    let early = Fixture.received.advanced(bySeconds: -1)
    #expect(
      Fixture.refusal(.accept, of: ticket, at: ActionTimes(event: early, record: record))
        == .eventTime(.beforeLast(event: early, last: Fixture.received))
    )
    #expect(Fixture.refusal(.accept, of: ticket, at: ActionTimes(event: Fixture.received, record: record)) == nil)
    #expect(Fixture.refusal(.accept, of: ticket, at: ActionTimes(event: record, record: record)) == nil)
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
    #expect(try Fixture.apply(.dispatch(to: Fixture.grid), to: ticket).holder == Fixture.grid)
    #expect(try Fixture.apply(.dispatch(to: Fixture.community), to: ticket).holder == Fixture.community)
    #expect(
      Fixture.refusal(.dispatch(to: Fixture.street), of: ticket) == .dispatchUpwards(from: .community, to: .street)
    )
  }

  @Test func `escalation goes up exactly one level, by the current holder only`() throws {
    let ticket = Fixture.ticket(.inProgress)
    let up = try Fixture.apply(.escalate(by: Fixture.community.unit, to: Fixture.street), to: ticket)
    #expect(up.holder == Fixture.street)
    #expect(up.dispatch?.from == Fixture.community)
    #expect(
      Fixture.refusal(.escalate(by: Fixture.community.unit, to: Fixture.county), of: ticket)
        == .level(from: .community, expected: .street, came: .county)
    )
    for target in [Fixture.community, Fixture.grid] {
      #expect(
        Fixture.refusal(.escalate(by: Fixture.community.unit, to: target), of: ticket)
          == .level(from: .community, expected: .street, came: target.level)
      )
    }
    #expect(
      Fixture.refusal(.escalate(by: Fixture.street.unit, to: Fixture.street), of: ticket)
        == .notHolder(actor: Fixture.street.unit, holder: Fixture.community.unit)
    )
    var top = ticket
    top.holder = Fixture.county
    #expect(
      Fixture.refusal(.escalate(by: Fixture.county.unit, to: Fixture.county), of: top)
        == .level(from: .county, expected: nil, came: .county)
    )
  }

  // MARK: Merging, call-back, reopening, review

  @Test func `a ticket is merged into another one that is being handled`() throws {
    let ticket = Fixture.ticket(.received)
    for state in TicketState.allCases {
      let leading = LeadingTicket(name: "cities/370800/tickets/two", state: state)
      let isOpen: Set<TicketState> = [.received, .accepted, .dispatched, .signed, .inProgress, .returned]
      #expect(
        Fixture.refusal(.merge(into: leading), of: ticket)
          == (isOpen.contains(state) ? nil : .leadingTicketState(leading))
      )
    }
    #expect(
      Fixture.refusal(.merge(into: LeadingTicket(name: Fixture.name, state: .received)), of: ticket) == .mergeIntoItself
    )
  }

  @Test func `a merged complainant is called back once the leading ticket is resolved`() throws {
    var ticket = Fixture.ticket(.merged)
    for state in TicketState.allCases {
      ticket.leading = LeadingTicket(name: "cities/370800/tickets/two", state: state)
      let isResolved: Set<TicketState> = [.resolved, .calledBack, .closed]
      #expect(
        Fixture.refusal(.callBack(.satisfied), of: ticket)
          == (isResolved.contains(state) ? nil : .leadingTicketUnresolved(ticket.leading))
      )
    }
    ticket.leading = nil
    #expect(Fixture.refusal(.callBack(.satisfied), of: ticket) == .leadingTicketUnresolved(nil))
  }

  @Test func `a ticket is reopened on dissatisfaction only, with a new deadline`() throws {
    for said in [TicketSatisfaction.satisfied, .notReached] {
      let calledBack = try Fixture.apply(.callBack(said), to: Fixture.ticket(.resolved))
      #expect(Fixture.refusal(.reopen, of: calledBack) == .notDissatisfied(said))
    }
    let calledBack = try Fixture.apply(.callBack(.dissatisfied), to: Fixture.ticket(.resolved))
    var closed = try Fixture.apply(.close, to: calledBack)
    #expect(closed.closedAtLevel == .community)
    let reopened = try Fixture.apply(.reopen, to: closed, at: Fixture.noon("2025-09-26"))
    #expect(reopened.deadline.date.description == "2025-10-10")
    #expect(reopened.closedAtLevel == nil)
    // What was said last time does not reopen it a second time.
    #expect(reopened.satisfaction == nil)
    closed.satisfaction = nil
    #expect(Fixture.refusal(.reopen, of: closed) == .notDissatisfied(nil))
  }

  @Test func `history that is reopened gets a deadline of its own time`() throws {
    let times = ActionTimes(
      event: try Fixture.noon("2025-09-26").event,
      record: try Fixture.noon("2026-11-24").event,
      loadsHistory: true
    )
    let reopened = try Fixture.apply(.reopen, to: Fixture.ticket(.closed), at: times)
    #expect(reopened.deadline.date.description == "2025-10-10")
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
      ticket = try Fixture.apply(command, to: ticket)
    }
    #expect(ticket.state == .accepted)
  }

  @Test func `a merged ticket that is reopened stands alone and waits for its dispatch`() throws {
    var ticket = try Fixture.apply(.callBack(.dissatisfied), to: Fixture.ticket(.merged))
    ticket = try Fixture.apply(.reopen, to: ticket)
    #expect(ticket.state == .accepted)
    #expect(ticket.leading == nil)
  }

  @Test func `a refusal to accept keeps its reason, and a review upholds or overturns it`() throws {
    let refused = try Fixture.apply(.refuse(.litigation), to: Fixture.ticket(.received))
    #expect(refused.nonAcceptanceReason == .litigation)
    let upheld = try Fixture.apply(.review(.upheld), to: refused)
    #expect(upheld.state == .notAccepted)
    #expect(upheld.reviewOutcome == .upheld)
    let overturned = try Fixture.apply(.review(.overturned), to: refused, at: Fixture.noon("2025-04-30"))
    #expect(overturned.state == .accepted)
    #expect(overturned.deadline.date.description == "2025-05-12")
  }

  @Test func `the level at which a ticket closes is the holder's`() throws {
    var ticket = Fixture.ticket(.inProgress)
    let steps: [TicketCommand] = [
      .escalate(by: Fixture.community.unit, to: Fixture.street), .sign, .start, .resolve, .callBack(.satisfied), .close,
    ]
    for command in steps { ticket = try Fixture.apply(command, to: ticket) }
    #expect(ticket.state == .closed)
    #expect(ticket.closedAtLevel == .street)
  }
}
