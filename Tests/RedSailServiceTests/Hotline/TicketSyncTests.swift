internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// The two-way sync of a source system's tickets.
@Suite struct TicketSyncTests {
  private static let source = "jining-12345"

  private func open(_ change: (inout SyncTicketsRequest.Open) -> Void = { _ in }) -> SyncTicketsRequest {
    var open = SyncTicketsRequest.Open.with {
      $0.parent = TestService.city
      $0.sourceSystem = Self.source
    }
    change(&open)
    return .with { $0.content = .open(open) }
  }

  private func create(_ sequence: Int64, _ number: String, source: String = source) -> SyncTicketsRequest {
    .with {
      $0.sequence = sequence
      $0.content = .create(
        .with {
          $0.requestID = UUID().uuidString
          $0.ticket = .with {
            $0.division = TestService.community
            $0.title = "路灯不亮"
            $0.source = .hotline
            $0.sourceSystem = source
            $0.recordNumber = number
          }
        }
      )
    }
  }

  private func accept(_ sequence: Int64, _ number: String, at service: TestService) -> SyncTicketsRequest {
    .with {
      $0.sequence = sequence
      $0.content = .act(
        .with {
          $0.recordNumber = number
          $0.requestID = UUID().uuidString
          $0.event = .with {
            $0.action = .accept
            $0.eventTime = .with { $0.seconds = service.clock.now.seconds }
          }
        }
      )
    }
  }

  private struct Heard {
    var results: [SyncTicketsResponse.ResultMessage] = []
    var tickets: [Ticket] = []
    var cursor = ""

    mutating func take(_ response: SyncTicketsResponse) {
      switch response.content {
      case .result(let result): results.append(result)
      case .changes(let changes):
        tickets += changes.tickets
        cursor = changes.cursor
      case nil: Issue.record("an empty message")
      }
    }
  }

  /// Sends messages, half-closes, and gives all that the server says.
  private func exchange(_ service: TestService, _ requests: [SyncTicketsRequest]) async throws -> Heard {
    let call = service.hotline.syncTickets()
    for request in requests { try await call.send(request) }
    call.finishSending()
    var heard = Heard()
    for try await response in call.responses { heard.take(response) }
    return heard
  }

  @Test func messagesAreAnsweredInOrderAndChangesFollow() async throws {
    try await TestService.withCity { service in
      let first = create(1, "A-1")
      let heard = try await exchange(
        service,
        [
          open(), first, accept(2, "A-1", at: service), create(3, "A-1"), accept(4, "none", at: service),
          create(7, "B-1", source: "other"), accept(8, "A-1", at: service),
        ]
      )
      #expect(heard.results.map(\.sequence) == [1, 2, 3, 4, 7, 8])
      #expect(heard.results.map(\.present) == [false, false, true, false, false, false])
      #expect(heard.results.map { $0.error?.reason } == [nil, nil, nil, .notFound, .invalidField, .actionNotAllowed])
      #expect(heard.results[4].error?.violations.map(\.field) == ["create.ticket.source_system"])
      #expect(heard.results[2].ticket == heard.results[0].ticket)
      #expect(heard.tickets.map(\.state) == [.received, .accepted])

      // The same message again, and a ticket of another system: nothing new for this one.
      let again = try await exchange(service, [open { $0.cursor = heard.cursor }, first])
      #expect(again.results.map(\.present) == [true] && again.tickets.isEmpty)
      _ = try await service.tickets.createTicket(
        .with {
          $0.parent = TestService.city
          $0.ticket = .with {
            $0.division = TestService.community
            $0.title = "另一系统"
            $0.source = .owner
          }
        }
      )
      let idle = try await exchange(service, [open { $0.cursor = again.cursor }])
      #expect(idle.tickets.isEmpty && idle.cursor != again.cursor)
      let all = try await exchange(service, [open()])
      #expect(all.tickets == heard.tickets)
    }
  }

  @Test func changesComeWhileTheStreamIsOpenAndItEndsOnDrain() async throws {
    try await TestService.withCity { service in
      let call = service.hotline.syncTickets()
      try await call.send(open { $0.fromLatest = true })
      var responses = call.responses.makeAsyncIterator()
      var heard = Heard()
      heard.take(try #require(try await responses.next()))
      #expect(!heard.cursor.isEmpty)
      try await call.send(create(1, "A-1"))
      while heard.results.isEmpty || heard.tickets.isEmpty { heard.take(try #require(try await responses.next())) }
      #expect(heard.tickets.map(\.recordNumber) == ["A-1"])
      try await call.send(.with { $0.content = .acknowledgedCursor(heard.cursor) })
      service.services.beginDrain()
      let ended = try await failure { while let response = try await responses.next() { heard.take(response) } }
      #expect(ended.code == .unavailable && ended.reason == "UNAVAILABLE")
    }
  }

  @Test func aWrongStreamIsRefused() async throws {
    try await TestService.withCity { service in
      let cases: [([SyncTicketsRequest], String)] = [
        ([create(1, "A-1")], "open: REQUIRED_FIELD"),
        ([open { $0.sourceSystem = "" }], "open.source_system: REQUIRED_FIELD"),
        ([open { $0.cursor = "x" }], "open.cursor: INVALID_CURSOR"),
        ([open(), create(2, "A-1"), create(2, "A-2")], "sequence: INVALID_FIELD"),
        ([open(), open()], "open: INVALID_FIELD"),
        ([open(), .with { $0.content = .acknowledgedCursor("x") }], "acknowledged_cursor: INVALID_CURSOR"),
      ]
      for (requests, expected) in cases {
        let refused = try await failure { try await exchange(service, requests) }
        #expect(refused.fields == [expected])
      }
    }
  }

  @Test func anErrorsTextNamesTheFieldsThatItsViolationsName() async throws {
    try await TestService.withCity { service in
      var timeless = accept(2, "A-1", at: service)
      if case .act(var act) = timeless.content {
        act.event?.eventTime = nil
        act.requestID = "x"
        timeless.content = .act(act)
      }
      var untitled = create(3, "A-2")
      if case .create(var create) = untitled.content {
        create.ticket?.title = ""
        create.ticket?.division = ""
        untitled.content = .create(create)
      }
      var nowhere = create(4, "A-3")
      if case .create(var create) = nowhere.content {
        create.ticket?.division = "\(TestService.city)/divisions/370899"
        nowhere.content = .create(create)
      }
      let heard = try await exchange(service, [open(), create(1, "A-1"), timeless, untitled, nowhere])
      let errors = heard.results.compactMap(\.error)
      #expect(
        errors.map { $0.violations.map(\.field) } == [
          ["act.request_id", "act.event.event_time"], ["create.ticket.division", "create.ticket.title"], [],
        ]
      )
      for error in errors {
        for violation in error.violations {
          let place = try #require(error.message.range(of: "\(violation.field): \(violation.description)"))
          #expect(place.lowerBound == error.message.startIndex || error.message[..<place.lowerBound].hasSuffix("; "))
        }
        let first = try #require(error.violations.first?.field ?? error.metadata["field"])
        #expect(error.localizedMessage.hasPrefix("\(first)：") && error.message.hasPrefix("\(first): "))
      }
    }
  }
}
