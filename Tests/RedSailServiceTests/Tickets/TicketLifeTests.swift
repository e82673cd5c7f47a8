internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// A ticket's way from intake to archive, as a caller sees it.
@Suite struct TicketLifeTests {
  @Test func aDemandGoesThroughTheChain() async throws {
    let city = try await TestCity()
    var ticket = try await city.create {
      $0.ticket?.holder = TestCity.holder(TestCity.street, .street)
      $0.ticket?.project = TestCity.project
    }
    #expect(ticket.state == .received)
    #expect(ticket.firm == TestCity.firm)
    #expect(ticket.levelEntered == .street)
    #expect(ticket.receiveTime == (try Timestamp(shanghai: "2025-09-22")))
    #expect(ticket.backfilled)

    let name = ticket.name
    ticket = try await city.act(.accept, name, at: "2025-09-22T11:00:00")
    ticket = try await city.act(.dispatch, name, at: "2025-09-22T12:00:00")
    #expect(ticket.holder?.unit == TestCity.project)
    #expect(ticket.dispatcher?.unit == TestCity.street)
    ticket = try await city.act(.sign, name, at: "2025-09-22T13:00:00") {
      $0.holder = .with { $0.officer = .with { $0.reference = "staff-7" } }
    }
    #expect(ticket.holder?.officer?.reference == "staff-7")
    ticket = try await city.act(.start, name, at: "2025-09-22T14:00:00")
    ticket = try await city.act(.resolve, name, at: "2025-09-23") { $0.note = "更换灯泡" }
    #expect(ticket.resolution == .solved)
    #expect(!ticket.resolvedOnSite)
    #expect(ticket.publicAnswer == "已修复")
    ticket = try await city.act(.callBack, name, at: "2025-09-24")
    ticket = try await city.act(.close, name, at: "2025-09-25")
    #expect(ticket.state == .closed)
    #expect(ticket.levelClosed == .grid)
    #expect(ticket.closeTime == (try Timestamp(shanghai: "2025-09-25")))
    #expect(ticket.eventCount == 7)
    #expect(try await city.tickets.getTicket(.with { $0.name = name }) == ticket)

    // The history shows each step once, oldest first, over pages.
    var events: [TicketEvent] = []
    var request = ListTicketEventsRequest()
    request.parent = name
    request.pageSize = 3
    repeat {
      let page = try await city.tickets.listTicketEvents(request)
      events += page.ticketEvents
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    #expect(events.map(\.action) == [.accept, .dispatch, .sign, .start, .resolve, .callBack, .close])
    #expect(events.map(\.name) == (1...7).map { "\(name)/events/\($0)" })
    #expect(events.map(\.stateBefore).first == .received)
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.stateAfter == $1.stateBefore })
    #expect(events[4].note == "更换灯泡")
    #expect(events[2].actingUnit == TestCity.project)
  }

  @Test func theChangeFeedShowsTheTicketAfterEveryAction() async throws {
    let city = try await TestCity()
    let start = try await city.changes.listChanges(
      .with {
        $0.parent = TestCity.name
        $0.fromLatest = true
      }
    )
    let ticket = try await city.create {
      $0.ticketID = "seven"
      $0.history = [
        try TestCity.entry(.accept, at: "2025-09-22T11:00:00"),
        try TestCity.entry(.dispatch, at: "2025-09-22T12:00:00"),
      ]
    }
    try await city.act(.sign, ticket.name, at: "2025-09-22T13:00:00")
    let feed = try await city.changes.listChanges(
      .with {
        $0.parent = TestCity.name
        $0.cursor = start.nextCursor
      }
    )
    let states = feed.changes.map { change -> Ticket.State? in
      guard case .ticket(let ticket) = change.resource else { return nil }
      return ticket.state
    }
    #expect(states == [.received, .accepted, .dispatched, .signed])
    #expect(feed.changes.map(\.kind) == [.created, .updated, .updated, .updated])
  }

  @Test func aDemandIsResolvedAtItsEvent() async throws {
    let city = try await TestCity()
    let ticket = try await city.createAtEvent {
      $0.ticket?.promisedDate = nil
      $0.history = [try TestCity.entry(.resolve, at: "2025-09-20T10:30:00")]
    }
    #expect(ticket.state == .resolved)
    #expect(ticket.resolvedOnSite)
    #expect(ticket.resolution == .solved)

    // After the event it is no longer on the spot, and needs a promise.
    let late = try await city.createAtEvent {
      $0.history = [try TestCity.entry(.resolve, at: "2025-09-20T15:00:00")]
    }
    #expect(!late.resolvedOnSite)
  }

  @Test func aReturnedTicketGoesBackAndAnEscalatedOneUp() async throws {
    let city = try await TestCity()
    let name = try await city.create().name
    try await city.act(.accept, name, at: "2025-09-22T11:00:00")
    try await city.act(.dispatch, name, at: "2025-09-22T12:00:00")
    var ticket = try await city.act(.return, name, at: "2025-09-23")
    #expect(ticket.state == .returned)
    #expect(ticket.holder?.unit == TestCity.community)
    #expect(ticket.dispatcher == nil)
    #expect(ticket.returnedBy == [TestCity.project])
    ticket = try await city.act(.escalate, name, at: "2025-09-23T11:00:00")
    #expect(ticket.holder == TestCity.holder(TestCity.street, .street))
    #expect(ticket.escalationCount == 1)
    #expect(ticket.returnCount == 1)
  }

  @Test func dissatisfactionReopensATicket() async throws {
    let city = try await TestCity()
    let name = try await city.create().name
    for (step, time) in [
      (TicketEvent.Action.accept, "2025-09-22T11:00:00"), (.dispatch, "2025-09-22T12:00:00"),
      (.sign, "2025-09-22T13:00:00"), (.start, "2025-09-22T14:00:00"), (.resolve, "2025-09-22T15:00:00"),
      (.callBack, "2025-09-22T16:00:00"), (.close, "2025-09-22T17:00:00"),
    ] {
      try await city.act(step, name, at: time)
    }
    let rated = try await city.tickets.rateTicket(
      try .with {
        $0.name = name
        $0.eventTime = try Timestamp(shanghai: "2025-09-23")
        $0.feedback = .with {
          $0.satisfaction = .dissatisfied
          $0.solved = false
        }
      }
    )
    #expect(rated.state == .closed)
    #expect(rated.eventCount == 7)
    #expect(rated.feedback?.satisfaction == .dissatisfied)
    let ticket = try await city.act(.reopen, name, at: "2025-09-26")
    #expect(ticket.state == .inProgress)
    #expect(ticket.resolution == .unspecified)
    #expect(ticket.feedback == nil)
    #expect(ticket.levelClosed == .unspecified)
    #expect(ticket.reopenCount == 1)
    // The period starts anew, and runs over the holidays of October.
    #expect(ticket.due?.date?.text == "2025-10-10")
  }

  @Test func mergedTicketsKeepTheirCallBack() async throws {
    let city = try await TestCity()
    let leading = try await city.create { $0.ticketID = "leading" }.name
    try await city.act(.accept, leading, at: "2025-09-22T10:30:00")
    let name = try await city.create().name
    let merged = try await city.act(.merge, name, at: "2025-09-22T11:00:00")
    #expect(merged.state == .merged)
    #expect(merged.mergedInto == leading)
    try await expectRefusal(.failedPrecondition, "LEADING_TICKET_UNRESOLVED") {
      try await city.act(.callBack, name, at: "2025-09-23")
    }
    try await city.act(.dispatch, leading, at: "2025-09-22T12:00:00")
    try await city.act(.sign, leading, at: "2025-09-22T13:00:00")
    try await city.act(.start, leading, at: "2025-09-22T14:00:00")
    try await city.act(.resolve, leading, at: "2025-09-22T15:00:00")
    let calledBack = try await city.act(.callBack, name, at: "2025-09-23")
    #expect(calledBack.state == .calledBack)
  }

  @Test func aRefusalIsReviewed() async throws {
    let city = try await TestCity()
    let name = try await city.create().name
    var ticket = try await city.act(.refuse, name, at: "2025-09-22T11:00:00")
    #expect(ticket.state == .notAccepted)
    #expect(ticket.nonAcceptanceReason == .litigation)
    ticket = try await city.act(.review, name, at: "2025-09-23") { $0.reviewOutcome = .upheld }
    #expect(ticket.state == .notAccepted)
    ticket = try await city.act(.review, name, at: "2025-09-24")
    #expect(ticket.state == .accepted)
    #expect(ticket.reviewOutcome == .overturned)
  }
}
