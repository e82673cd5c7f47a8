internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Tickets as records: names, etags, repeated requests, changes, deletion, lists.
@Suite struct TicketRecordTests {
  @Test func aRepeatedRequestGetsTheFirstAnswer() async throws {
    let city = try await TestCity()
    let request = try TestCity.demand { $0.history = [try TestCity.entry(.accept, at: "2025-09-22T11:00:00")] }
    let first = try await city.tickets.createTicket(request)
    try await city.act(.dispatch, first.name, at: "2025-09-22T12:00:00")
    #expect(try await city.tickets.createTicket(request) == first)
    try await expectRefusal(.alreadyExists, "REQUEST_ID_REUSED") {
      var other = request
      other.ticket?.title = "另一件事"
      return try await city.tickets.createTicket(other)
    }
    let sign = SignTicketRequest.with {
      $0.name = first.name
      $0.requestID = UUID().uuidString
    }
    let signed = try await city.tickets.signTicket(sign)
    #expect(try await city.tickets.signTicket(sign) == signed)
    #expect(try await city.tickets.getTicket(.with { $0.name = first.name }).eventCount == 3)
  }

  @Test func namesAndRecordNumbersAreTakenOnce() async throws {
    let city = try await TestCity()
    let first = try await city.create {
      $0.ticketID = "one"
      $0.ticket?.source = .hotline
      $0.ticket?.sourceSystem = "jining-12345"
      $0.ticket?.recordNumber = "JN2025-1"
    }
    #expect(first.name == "\(TestCity.name)/tickets/one")
    try await expectRefusal(.alreadyExists, "NAME_TAKEN") { try await city.create { $0.ticketID = "one" } }
    let taken = try await expectRefusal(.alreadyExists, "RECORD_NUMBER_TAKEN") {
      try await city.create {
        $0.ticket?.sourceSystem = "jining-12345"
        $0.ticket?.recordNumber = "JN2025-1"
      }
    }
    #expect(taken?.metadata == ["name": first.name])
  }

  @Test func etagsGuardEveryChange() async throws {
    let city = try await TestCity()
    let ticket = try await city.create()
    let accepted = try await city.tickets.acceptTicket(
      .with {
        $0.name = ticket.name
        $0.etag = ticket.etag
      }
    )
    #expect(accepted.etag != ticket.etag)
    let stale = try await expectRefusal(.aborted, "ETAG_MISMATCH") {
      try await city.tickets.extendTicket(
        .with {
          $0.name = ticket.name
          $0.etag = ticket.etag
          $0.reason = "等待配件"
          $0.workingDays = 1
        }
      )
    }
    #expect(stale?.metadata == ["etag": accepted.etag])
    try await expectRefusal(.aborted, "ETAG_MISMATCH") {
      try await city.tickets.updateTicket(.with { $0.ticket = ticket })
    }
    try await expectRefusal(.aborted, "ETAG_MISMATCH") {
      try await city.tickets.deleteTicket(
        .with {
          $0.name = ticket.name
          $0.etag = ticket.etag
        }
      )
    }
  }

  @Test func whatDescribesATicketChanges() async throws {
    let city = try await TestCity()
    let ticket = try await city.create { $0.ticket?.content = "原内容" }
    let changed = try await city.tickets.updateTicket(
      .with {
        $0.ticket = .with {
          $0.name = ticket.name
          $0.title = "单元门损坏"
          $0.project = TestCity.project
          $0.division = TestCity.otherCommunity
        }
        $0.updateMask = .with { $0.paths = ["title", "project", "division", "content"] }
      }
    )
    #expect(changed.title == "单元门损坏")
    #expect(changed.content.isEmpty)
    #expect(changed.firm == TestCity.firm)
    #expect(changed.state == .received)
    #expect(changed.backfilled)

    for path in ["state", "holder", "promised_date", "due", "titel", "caller"] {
      try await expectRefusal(.invalidArgument, "INVALID_UPDATE_MASK") {
        try await city.tickets.updateTicket(
          .with {
            $0.ticket = .with {
              $0.name = ticket.name
              $0.holder = TestCity.holder(TestCity.street, .street)
              $0.promisedDate = CalendarDate("2025-10-01")
            }
            $0.updateMask = .with { $0.paths = [path] }
          }
        )
      }
    }
    // The rows beside the ticket went with it.
    let beside = try await city.tickets.listTicketEvents(.with { $0.parent = ticket.name })
    #expect(beside.ticketEvents.isEmpty)
  }

  @Test func deletedTicketsStayReadableAndReturn() async throws {
    let city = try await TestCity()
    let leading = try await city.create {
      $0.ticketID = "leading"
      $0.history = [try TestCity.entry(.accept, at: "2025-09-22T10:10:00")]
    }.name
    let name = try await city.create { $0.history = [try TestCity.entry(.merge, at: "2025-09-22T11:00:00")] }.name
    let referenced = try await expectRefusal(.failedPrecondition, "STILL_REFERENCED") {
      try await city.tickets.deleteTicket(.with { $0.name = leading })
    }
    #expect(referenced?.metadata == ["name": name])
    let deleted = try await city.tickets.deleteTicket(.with { $0.name = name })
    #expect(deleted.deleteTime != nil)
    #expect(deleted.backfilled)
    #expect(try await city.tickets.getTicket(.with { $0.name = name }) == deleted)
    try await expectRefusal(.failedPrecondition, "DELETED") {
      try await city.tickets.callBackTicket(
        .with {
          $0.name = name
          $0.feedback = .with { $0.satisfaction = .satisfied }
        }
      )
    }
    try await expectRefusal(.failedPrecondition, "DELETED") {
      try await city.tickets.deleteTicket(.with { $0.name = name })
    }
    let restored = try await city.tickets.undeleteTicket(.with { $0.name = name })
    #expect(restored.deleteTime == nil)
    #expect(restored.state == .merged)
    try await expectRefusal(.failedPrecondition, "NOT_DELETED") {
      try await city.tickets.undeleteTicket(.with { $0.name = name })
    }
  }

  @Test func listsFilterOrderAndPage() async throws {
    let city = try await TestCity()
    for number in 1...7 {
      try await city.create {
        $0.ticketID = "t\(number)"
        $0.eventTime = try Timestamp(shanghai: "2025-09-0\(number)")
        $0.ticket?.grade = number < 3 ? .hard : .trivial
        $0.ticket?.division = number == 7 ? TestCity.otherCommunity : TestCity.community
      }
    }
    let newest = try await city.tickets.listTickets(
      .with {
        $0.parent = TestCity.name
        $0.filter = "grade = GRADE_TRIVIAL AND state = STATE_RECEIVED"
        $0.orderBy = "receive_time desc"
        $0.division = TestCity.street
        $0.pageSize = 3
      }
    )
    #expect(newest.tickets.map(\.name) == [6, 5, 4].map { "\(TestCity.name)/tickets/t\($0)" })
    #expect(!newest.nextPageToken.isEmpty)
    var all: [String] = []
    for try await ticket in city.tickets.tickets(
      .with {
        $0.parent = TestCity.name
        $0.pageSize = 2
      }
    ) {
      all.append(ticket.name)
    }
    #expect(all == (1...7).map { "\(TestCity.name)/tickets/t\($0)" })
    let overdue = try await city.tickets.listTickets(
      .with {
        $0.parent = TestCity.name
        $0.filter = "due.overdue_time <= \"2025-09-10T00:00:00+08:00\" AND holder.unit = \"\(TestCity.community)\""
      }
    )
    // Five working days after Monday and Tuesday end on the 8th and the 9th.
    #expect(overdue.tickets.map(\.name) == ["t1", "t2"].map { "\(TestCity.name)/tickets/\($0)" })
  }

  @Test func severalTicketsAreReadAtOnce() async throws {
    let city = try await TestCity()
    let names = try await [city.create().name, city.create().name]
    let answer = try await city.tickets.batchGetTickets(
      .with {
        $0.parent = TestCity.name
        $0.names = names.reversed()
      }
    )
    #expect(answer.tickets.map(\.name) == names.reversed())
    try await expectRefusal(.notFound, "NOT_FOUND") {
      try await city.tickets.batchGetTickets(
        .with {
          $0.parent = TestCity.name
          $0.names = names + ["\(TestCity.name)/tickets/none"]
        }
      )
    }
  }
}
