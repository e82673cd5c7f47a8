internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Bulk entry: each entry on its own.
@Suite struct TicketImportTests {
  /// Five entries, of which the second and the fourth are refused.
  private func mixed() throws -> [CreateTicketRequest] {
    try [
      TestCity.demand { $0.parent = "" },
      TestCity.demand { $0.ticket?.title = "" },
      TestCity.demand { $0.history = [try TestCity.entry(.accept, at: "2025-09-22T11:00:00")] },
      TestCity.demand { $0.history = [try TestCity.entry(.close, at: "2025-09-22T11:00:00")] },
      TestCity.eventDemand(),
    ]
  }

  private func expectMixed(_ results: [TicketImportResult], of entries: [CreateTicketRequest], present: Bool) throws {
    #expect(results.map(\.index) == [0, 1, 2, 3, 4])
    #expect(results.map(\.requestID) == entries.map(\.requestID))
    for (index, state) in [(0, Ticket.State.received), (2, .accepted), (4, .received)] {
      guard case .receipt(let receipt) = results[index].outcome else {
        Issue.record("entry \(index) was refused: \(results[index])")
        continue
      }
      #expect(receipt.state == state)
      #expect(receipt.alreadyPresent == present)
      #expect(!receipt.name.isEmpty)
    }
    for (index, code, reason) in [
      (1, StatusCode.invalidArgument, "REQUIRED_FIELD"), (3, .failedPrecondition, "ACTION_NOT_ALLOWED"),
    ] {
      guard case .error(let status) = results[index].outcome else {
        Issue.record("entry \(index) was not refused")
        continue
      }
      let refused = try RefusedCall(status)
      #expect(refused.code == code)
      #expect(refused.reason == reason)
    }
  }

  @Test func aBatchIsEnteredEntryByEntry() async throws {
    let city = try await TestCity()
    let entries = try mixed()
    let request = BatchCreateTicketsRequest.with {
      $0.parent = TestCity.name
      $0.requests = entries
    }
    try expectMixed(try await city.tickets.batchCreateTickets(request).results, of: entries, present: false)
    try expectMixed(try await city.tickets.batchCreateTickets(request).results, of: entries, present: true)
    let stored = try await city.tickets.listTickets(.with { $0.parent = TestCity.name })
    #expect(stored.tickets.count == 3)
    // The same request on its own is the same request.
    var alone = entries[0]
    alone.parent = TestCity.name
    let again = try await city.tickets.createTicket(alone)
    #expect(stored.tickets.contains(again))
  }

  @Test func validateOnlyStoresNothing() async throws {
    let city = try await TestCity()
    var entries = try mixed()
    entries[0].ticketID = "given"
    let request = BatchCreateTicketsRequest.with {
      $0.parent = TestCity.name
      $0.requests = entries
      $0.validateOnly = true
    }
    let results = try await city.tickets.batchCreateTickets(request).results
    let outcomes = results.map { result -> String in
      switch result.outcome {
      case .receipt(let receipt): "\(receipt.name)|\(receipt.state)"
      case .error: "refused"
      case nil: "nothing"
      }
    }
    #expect(outcomes == ["\(TestCity.name)/tickets/given|received", "refused", "|accepted", "refused", "|received"])
    #expect(try await city.tickets.listTickets(.with { $0.parent = TestCity.name }).tickets.isEmpty)
    // And nothing was remembered of it.
    let real = try await city.tickets.batchCreateTickets(
      .with {
        $0.parent = TestCity.name
        $0.requests = entries
      }
    )
    try expectMixed(real.results, of: entries, present: false)
  }

  @Test func aStreamIsEnteredAndAnsweredAsPresentWhenItComesAgain() async throws {
    let city = try await TestCity()
    let entries = try (0..<2_400).map { number in
      try TestCity.demand { request in
        request.ticketID = number == 1_500 ? "Wrong_ID" : "n\(number)"
        request.caller = .with { $0.personalName = "张三" }
      }
    }
    for round in 0..<2 {
      let call = city.tickets.importTickets()
      for start in stride(from: 0, to: entries.count, by: 300) {
        try await call.send(
          .with {
            if start == 0 {
              $0.parent = TestCity.name
              $0.failuresOnly = round == 1
            }
            $0.requests = Array(entries[start..<start + 300])
          }
        )
      }
      let answer = try await call.finish()
      #expect(answer.receivedCount == 2_400)
      #expect(answer.createdCount == (round == 0 ? 2_399 : 0))
      #expect(answer.presentCount == (round == 0 ? 0 : 2_399))
      #expect(answer.failedCount == 1)
      #expect(answer.results.map(\.index) == (round == 0 ? Array(0..<2_400) : [1_500]))
    }
  }

  @Test func aStreamHasBounds() async throws {
    let city = try await TestCity()
    let demand = try TestCity.demand()
    try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      let call = city.tickets.importTickets()
      try await call.send(.with { $0.requests = [demand] })
      return try await call.finish()
    }
    try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") { try await city.tickets.importTickets().finish() }
    try await expectRefusal(.invalidArgument, "OTHER_CITY") {
      let call = city.tickets.importTickets()
      try await call.send(.with { $0.parent = TestCity.name })
      try await call.send(.with { $0.parent = "cities/371100" })
      return try await call.finish()
    }
    let large = try await expectRefusal(.invalidArgument, "TOO_MANY_ENTRIES") {
      let call = city.tickets.importTickets()
      try await call.send(
        .with {
          $0.parent = TestCity.name
          $0.requests = Array(repeating: demand, count: 1_001)
        }
      )
      return try await call.finish()
    }
    #expect(large?.metadata == ["limit": "1000", "came": "1001"])
    try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await city.tickets.batchCreateTickets(.with { $0.parent = TestCity.name })
    }
  }
}
