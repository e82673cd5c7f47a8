internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Each rule's refusal with its code, reason and metadata.
@Suite struct TicketRuleTests {
  /// A ticket of the community that was accepted on Monday 2025-09-22, and dispatched to the project at noon.
  private func dispatched(_ city: TestCity) async throws -> String {
    let name = try await city.create().name
    try await city.act(.accept, name, at: "2025-09-22T11:00:00")
    try await city.act(.dispatch, name, at: "2025-09-22T12:00:00")
    return name
  }

  @Test func onlyTheHolderReturnsAndEscalates() async throws {
    let city = try await TestCity()
    let name = try await dispatched(city)
    for action in [TicketEvent.Action.return, .escalate] {
      let refused = try await expectRefusal(.failedPrecondition, "NOT_HOLDER") {
        try await city.act(action, name, at: "2025-09-22T13:00:00") { $0.actingUnit = TestCity.otherCommunity }
      }
      #expect(refused?.metadata == ["holder": TestCity.project])
    }
  }

  @Test func dispatchGoesDownAndStaysWithinTheSubtree() async throws {
    let city = try await TestCity()
    let name = try await city.create().name
    try await city.act(.accept, name, at: "2025-09-22T11:00:00")
    let upwards = try await expectRefusal(.failedPrecondition, "DISPATCH_UPWARDS") {
      try await city.act(.dispatch, name, at: "2025-09-22T12:00:00") {
        $0.holder = TestCity.holder(TestCity.street, .street)
      }
    }
    #expect(upwards?.metadata == ["level": "COMMUNITY"])
    for (unit, level) in [(TestCity.otherCommunity, Ticket.Level.community), (TestCity.otherGrid, .grid)] {
      let outside = try await expectRefusal(.failedPrecondition, "UNIT_OUTSIDE_SUBTREE") {
        try await city.act(.dispatch, name, at: "2025-09-22T12:00:00") { $0.holder = TestCity.holder(unit, level) }
      }
      #expect(outside?.metadata == ["unit": unit])
    }
    let wrongLevel = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await city.act(.dispatch, name, at: "2025-09-22T12:00:00") {
        $0.holder = TestCity.holder(TestCity.grid, .community)
      }
    }
    #expect(wrongLevel?.fields == ["holder.level": "INVALID_FIELD"])
    let missing = try await expectRefusal(.failedPrecondition, "REFERENCE_NOT_FOUND") {
      try await city.act(.dispatch, name, at: "2025-09-22T12:00:00") {
        $0.holder = TestCity.holder("\(TestCity.name)/grids/none", .grid)
      }
    }
    #expect(missing?.metadata == ["field": "holder.unit", "name": "\(TestCity.name)/grids/none"])
  }

  @Test func countiesDispatchToTheirOwn() async throws {
    let city = try await TestCity()
    let name = try await city.create { $0.ticket?.holder = TestCity.holder(TestCity.county, .county) }.name
    try await city.act(.accept, name, at: "2025-09-22T11:00:00")
    let ticket = try await city.act(.dispatch, name, at: "2025-09-22T12:00:00") {
      $0.holder = TestCity.holder(TestCity.otherGrid, .grid)
    }
    #expect(ticket.holder?.unit == TestCity.otherGrid)
  }

  @Test func escalationGoesOneLevelUp() async throws {
    let city = try await TestCity()
    let name = try await city.create().name
    try await city.act(.accept, name, at: "2025-09-22T11:00:00")
    let skipped = try await expectRefusal(.failedPrecondition, "LEVEL_SKIPPED") {
      try await city.act(.escalate, name, at: "2025-09-22T12:00:00") {
        $0.holder = TestCity.holder(TestCity.county, .county)
      }
    }
    #expect(skipped?.metadata == ["level": "COMMUNITY", "expected_level": "STREET"])
    let elsewhere = try await expectRefusal(.failedPrecondition, "UNIT_OUTSIDE_SUBTREE") {
      try await city.act(.escalate, name, at: "2025-09-22T12:00:00") {
        $0.holder = TestCity.holder(TestCity.otherStreet, .street)
      }
    }
    #expect(elsewhere?.metadata == ["unit": TestCity.otherStreet])
  }

  @Test func aUnitReturnsOnceAndWithinTwoWorkingDays() async throws {
    let city = try await TestCity()
    let late = try await dispatched(city)
    let refused = try await expectRefusal(.failedPrecondition, "RETURN_TOO_LATE") {
      try await city.act(.return, late, at: "2025-09-25T00:00:00")
    }
    #expect(refused?.metadata["last_day"] == "2025-09-24")
    try await city.act(.return, late, at: "2025-09-24T23:59:59")
    try await city.act(.dispatch, late, at: "2025-09-25T08:00:00")
    try await expectRefusal(.failedPrecondition, "RETURNED_BEFORE") {
      try await city.act(.return, late, at: "2025-09-25T09:00:00")
    }
  }

  @Test func extensionsAreShortAndAskedForInTime() async throws {
    let city = try await TestCity()
    let name = try await dispatched(city)
    // Due on Sunday 2025-09-28, which is worked.
    let tooLate = try await expectRefusal(.failedPrecondition, "EXTENSION_TOO_LATE") {
      try await city.act(.extend, name, at: "2025-09-28T00:00:00")
    }
    #expect(tooLate?.metadata == ["due_date": "2025-09-28"])
    let extended = try await city.act(.extend, name, at: "2025-09-26") { $0.workingDays = 8 }
    // Eight working days on, over the holidays of October and the worked Saturday after them.
    #expect(extended.due?.date?.text == "2025-10-15")
    #expect(extended.due?.extensionWorkingDays == 8)
    let tooLong = try await expectRefusal(.failedPrecondition, "EXTENSION_TOO_LONG") {
      try await city.act(.extend, name, at: "2025-09-26T11:00:00")
    }
    #expect(tooLong?.metadata["limit"] == "10")
    #expect(tooLong?.metadata["already"] == "8")
  }

  @Test func ticketsMergeIntoOthersThatAreHandled() async throws {
    let city = try await TestCity()
    let leading = try await city.create {
      $0.ticketID = "leading"
      $0.history = [try TestCity.entry(.refuse, at: "2025-09-22T10:10:00")]
    }.name
    let name = try await city.create().name
    let refused = try await expectRefusal(.failedPrecondition, "MERGE_NOT_ALLOWED") {
      try await city.act(.merge, name, at: "2025-09-22T12:00:00")
    }
    #expect(refused?.metadata == ["merged_into": leading, "state": "NOT_ACCEPTED"])
    try await expectRefusal(.failedPrecondition, "MERGE_NOT_ALLOWED") {
      try await city.act(.merge, name, at: "2025-09-22T12:00:00") { $0.mergedInto = name }
    }
    let missing = try await expectRefusal(.failedPrecondition, "REFERENCE_NOT_FOUND") {
      try await city.act(.merge, name, at: "2025-09-22T12:00:00") { $0.mergedInto = "\(TestCity.name)/tickets/none" }
    }
    #expect(missing?.metadata == ["field": "merged_into", "name": "\(TestCity.name)/tickets/none"])
  }

  @Test func onlyDissatisfactionReopens() async throws {
    let city = try await TestCity()
    let name = try await dispatched(city)
    for (index, action) in [TicketEvent.Action.sign, .start, .resolve, .callBack].enumerated() {
      try await city.act(action, name, at: "2025-09-22T13:0\(index):00")
    }
    try await expectRefusal(.failedPrecondition, "NOT_DISSATISFIED") {
      try await city.act(.reopen, name, at: "2025-09-23")
    }
  }

  @Test func aPromiseIsMadeAndNeverMoved() async throws {
    let city = try await TestCity()
    let without = try await expectRefusal(.invalidArgument, "PROMISED_DATE_REQUIRED") {
      try await city.createAtEvent { $0.ticket?.promisedDate = nil }
    }
    #expect(without?.fields == ["ticket.promised_date": "PROMISED_DATE_REQUIRED"])
    for date in ["2025-09-19", "2025-02-30"] {
      let refused = try await expectRefusal(.invalidArgument, date == "2025-02-30" ? "INVALID_DATE" : "INVALID_FIELD") {
        try await city.createAtEvent { $0.ticket?.promisedDate = CalendarDate(date) }
      }
      #expect(refused?.fields.keys.first == "ticket.promised_date")
    }
    let needless = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await city.createAtEvent { $0.history = [try TestCity.entry(.resolve, at: "2025-09-20T10:30:00")] }
    }
    #expect(needless?.fields == ["ticket.promised_date": "INVALID_FIELD"])

    let name = try await city.createAtEvent().name
    try await city.act(.accept, name, at: "2025-09-20T10:30:00")
    let moved = try await expectRefusal(.failedPrecondition, "PROMISE_NOT_MOVED") {
      try await city.act(.dispatch, name, at: "2025-09-20T10:40:00") { $0.promisedDate = CalendarDate("2025-10-31") }
    }
    #expect(moved?.metadata == ["promised_date": "2025-09-30"])
    let same = try await city.act(.dispatch, name, at: "2025-09-20T10:40:00") {
      $0.promisedDate = CalendarDate("2025-09-30")
    }
    #expect(same.promisedDate?.text == "2025-09-30")
  }

  @Test func nothingIsRaisedAtAnEventThatWasNotHeld() async throws {
    let city = try await TestCity()
    try await expectRefusal(.failedPrecondition, "EVENT_NOT_HELD") {
      try await city.createAtEvent { $0.ticket?.receptionDay = TestCity.plannedEvent }
    }
    let early = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await city.createAtEvent { $0.eventTime = try Timestamp(shanghai: "2025-09-20T08:00:00") }
    }
    #expect(early?.fields == ["event_time": "INVALID_FIELD"])
  }

  @Test func anEventDoesNotBeginAfterWhatWasRaisedAtIt() async throws {
    let city = try await TestCity()
    let demand = try await city.createAtEvent()
    let event = try await city.events.getReceptionDay(.with { $0.name = demand.receptionDay })
    func move(by seconds: Int64) async throws {
      var moved = event
      moved.startTime = demand.receiveTime
      moved.startTime?.seconds += seconds
      _ = try await city.events.updateReceptionDay(
        .with {
          $0.receptionDay = moved
          $0.receptionDay?.etag = ""
          $0.updateMask = .with { $0.paths = ["start_time"] }
        }
      )
    }
    let late = try await expectRefusal(.invalidArgument, "INVALID_FIELD") { try await move(by: 1) }
    #expect(late?.fields == ["reception_day.start_time": "INVALID_FIELD"])
    try await move(by: 0)
  }

  @Test func timeRunsForward() async throws {
    let city = try await TestCity()
    let name = try await dispatched(city)
    let before = try await expectRefusal(.failedPrecondition, "EVENT_TIME_BEFORE_LAST") {
      try await city.act(.sign, name, at: "2025-09-22T11:59:59")
    }
    #expect(before?.metadata == ["last_event_time": "2025-09-22T12:00:00+08:00"])
    let future = try await expectRefusal(.invalidArgument, "EVENT_TIME_IN_FUTURE") {
      try await city.act(.sign, name, at: "2026-01-31T10:00:03")
    }
    #expect(future?.fields == ["event_time": "EVENT_TIME_IN_FUTURE"])
    // The same second is allowed.
    try await city.act(.sign, name, at: "2025-09-22T12:00:00")
  }

  @Test func aHistoryIsAllOrNothing() async throws {
    let city = try await TestCity()
    let outOfOrder = try await expectRefusal(.failedPrecondition, "EVENT_TIME_BEFORE_LAST") {
      try await city.create {
        $0.ticketID = "broken"
        $0.ticket?.sourceSystem = "jining-12345"
        $0.ticket?.recordNumber = "1"
        $0.history = [
          try TestCity.entry(.accept, at: "2025-09-22T12:00:00"),
          try TestCity.entry(.dispatch, at: "2025-09-22T11:00:00"),
        ]
      }
    }
    #expect(outOfOrder != nil)
    try await expectRefusal(.notFound, "NOT_FOUND") {
      try await city.tickets.getTicket(.with { $0.name = "\(TestCity.name)/tickets/broken" })
    }
    let wrong = try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await city.create {
        $0.history = [
          try TestCity.entry(.accept, at: "2025-09-22T12:00:00"),
          .with { $0.action = .return },
        ]
      }
    }
    #expect(
      wrong?.fields == [
        "history[1].event_time": "REQUIRED_FIELD", "history[1].reason": "REQUIRED_FIELD",
        "history[1].acting_unit": "REQUIRED_FIELD",
      ]
    )
    let skipped = try await expectRefusal(.failedPrecondition, "ACTION_NOT_ALLOWED") {
      try await city.create { $0.history = [try TestCity.entry(.close, at: "2025-09-22T12:00:00")] }
    }
    #expect(skipped?.metadata["allowed_actions"] == "ACCEPT,MERGE,REFUSE")
    // The record number was not taken by what failed.
    try await city.create {
      $0.ticket?.sourceSystem = "jining-12345"
      $0.ticket?.recordNumber = "1"
    }
  }
}
