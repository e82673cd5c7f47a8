internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Wrong input, case by case: each is refused with the field and the reason.
@Suite struct TicketInputTests {
  struct Creation: Sendable, CustomTestStringConvertible {
    let field: String
    let reason: String
    let change: @Sendable (inout CreateTicketRequest) -> Void
    var testDescription: String { "\(field) \(reason)" }

    init(_ field: String, _ reason: String, _ change: @escaping @Sendable (inout CreateTicketRequest) -> Void) {
      self.field = field
      self.reason = reason
      self.change = change
    }
  }

  static let creations: [Creation] = [
    Creation("parent", "REQUIRED_FIELD") { $0.parent = "" },
    Creation("parent", "INVALID_NAME") { $0.parent = "cities/jining" },
    Creation("parent", "INVALID_NAME") { $0.parent = "cities/370800/" },
    Creation("ticket", "REQUIRED_FIELD") { $0.ticket = nil },
    Creation("ticket_id", "INVALID_FIELD") { $0.ticketID = "Ticket_1" },
    Creation("ticket_id", "INVALID_FIELD") { $0.ticketID = String(repeating: "a", count: 65) },
    Creation("request_id", "INVALID_REQUEST_ID") { $0.requestID = "1" },
    Creation("event_time", "INVALID_FIELD") { $0.eventTime = .with { $0.nanos = -1 } },
    Creation("event_time", "INVALID_FIELD") { $0.eventTime = .with { $0.seconds = .max } },
    Creation("event_time", "EVENT_TIME_IN_FUTURE") { $0.eventTime = .with { $0.seconds = 4_000_000_000 } },
    Creation("ticket.division", "REQUIRED_FIELD") { $0.ticket?.division = "" },
    Creation("ticket.division", "INVALID_NAME") { $0.ticket?.division = TestCity.grid },
    Creation("ticket.division", "INVALID_NAME") { $0.ticket?.division = "\(TestCity.name)/divisions/../x" },
    Creation("ticket.division", "OTHER_CITY") { $0.ticket?.division = "cities/371100/divisions/371102" },
    Creation("ticket.title", "REQUIRED_FIELD") { $0.ticket?.title = "" },
    Creation("ticket.title", "INVALID_FIELD") { $0.ticket?.title = String(repeating: "长", count: 201) },
    Creation("ticket.title", "INVALID_FIELD") { $0.ticket?.title = "路灯\u{0}不亮" },
    Creation("ticket.content", "INVALID_FIELD") { $0.ticket?.content = String(repeating: "长", count: 4_001) },
    Creation("ticket.title", "PERSONAL_DATA_MISPLACED") { $0.ticket?.title = "请联系13812341234" },
    Creation("ticket.content", "PERSONAL_DATA_MISPLACED") { $0.ticket?.content = "身份证37081119900101123X，住户" },
    Creation("ticket.place", "PERSONAL_DATA_MISPLACED") {
      $0.ticket?.place = "门卫 0537-2345678"
      $0.caller = .with { $0.phone = "0537-2345678" }
    },
    Creation("ticket.source", "REQUIRED_FIELD") { $0.ticket?.source = .unspecified },
    Creation("ticket.source", "INVALID_FIELD") { $0.ticket?.source = .unrecognized(77) },
    Creation("ticket.kind", "INVALID_FIELD") { $0.ticket?.kind = .unrecognized(-1) },
    Creation("ticket.grade", "INVALID_FIELD") { $0.ticket?.grade = .unrecognized(5) },
    Creation("ticket.source_system", "REQUIRED_FIELD") { $0.ticket?.recordNumber = "1" },
    Creation("ticket.record_number", "REQUIRED_FIELD") { $0.ticket?.sourceSystem = "jining-12345" },
    Creation("ticket.record_number", "REQUIRED_FIELD") { $0.ticket?.source = .hotline },
    Creation("ticket.reception_day", "REQUIRED_FIELD") { $0.ticket?.source = .receptionDay },
    Creation("ticket.reception_day", "INVALID_FIELD") { $0.ticket?.receptionDay = TestCity.event },
    Creation("ticket.promised_date", "INVALID_DATE") { $0.ticket?.promisedDate = CalendarDate("2025-13-01") },
    Creation("ticket.holder.unit", "REQUIRED_FIELD") { $0.ticket?.holder = .with { $0.level = .grid } },
    Creation("ticket.holder.unit", "INVALID_NAME") { $0.ticket?.holder = TestCity.holder(TestCity.firm, .grid) },
    Creation("ticket.holder.level", "REQUIRED_FIELD") { $0.ticket?.holder = .with { $0.unit = TestCity.grid } },
    Creation("ticket.holder.level", "INVALID_FIELD") { $0.ticket?.holder = TestCity.holder(TestCity.grid, .county) },
    Creation("ticket.external_ids[0].id", "REQUIRED_FIELD") {
      $0.ticket?.externalIDs = [.with { $0.sourceSystem = "jining-housing" }]
    },
    Creation("caller.personal_name", "INVALID_FIELD") {
      $0.caller = .with { $0.personalName = String(repeating: "长", count: 65) }
    },
    Creation("history", "TOO_MANY_ENTRIES") { $0.history = Array(repeating: TicketEvent(), count: 201) },
    Creation("history[0].action", "INVALID_FIELD") {
      $0.history = [
        .with {
          $0.action = .unrecognized(15)
          $0.eventTime = .with { $0.seconds = 1_758_600_000 }
        }
      ]
    },
    Creation("history[0].feedback", "REQUIRED_FIELD") {
      $0.history = [
        .with {
          $0.action = .callBack
          $0.eventTime = .with { $0.seconds = 1_758_600_000 }
        }
      ]
    },
  ]

  @Test(arguments: creations) func aWrongDemandIsRefused(_ wrong: Creation) async throws {
    let city = try await TestCity()
    let refused = try await expectRefusal(.invalidArgument, wrong.reason) {
      try await city.create { wrong.change(&$0) }
    }
    #expect(refused?.fields[wrong.field] == wrong.reason, "\(refused?.message ?? "")")
    let left = try await city.tickets.listTickets(.with { $0.parent = TestCity.name })
    #expect(left.tickets.isEmpty)
  }

  /// A hotline's number, a credit code of digits only, a meter's reading: numbers that are nobody's.
  @Test func numbersThatAreNobodysMayStand() async throws {
    let city = try await TestCity()
    let ticket = try await city.create {
      $0.ticket?.content = "12345来电；企业914403001922038216；电表00012345678901；楼盘备案20250922001"
    }
    #expect(ticket.content.contains("914403001922038216"))
  }

  @Test func everythingWrongIsToldAtOnce() async throws {
    let city = try await TestCity()
    let refused = try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await city.tickets.createTicket(
        .with {
          $0.parent = TestCity.name
          $0.ticket = .with { $0.grade = .unrecognized(9) }
        }
      )
    }
    #expect(
      refused?.fields == [
        "ticket.division": "REQUIRED_FIELD", "ticket.title": "REQUIRED_FIELD", "ticket.source": "REQUIRED_FIELD",
        "ticket.grade": "INVALID_FIELD",
      ]
    )
  }

  @Test func whatADemandRefersToMustBeThere() async throws {
    let city = try await TestCity()
    for (field, change) in Self.references {
      let refused = try await expectRefusal(.failedPrecondition, "REFERENCE_NOT_FOUND") {
        try await city.create { change(&$0) }
      }
      #expect(refused?.metadata["field"] == field)
    }
  }

  static let references: [(String, @Sendable (inout CreateTicketRequest) -> Void)] = [
    ("ticket.division", { $0.ticket?.division = "\(TestCity.name)/divisions/370811099001" }),
    ("ticket.grid", { $0.ticket?.grid = "\(TestCity.name)/grids/none" }),
    ("ticket.compound", { $0.ticket?.compound = "\(TestCity.name)/compounds/none" }),
    ("ticket.project", { $0.ticket?.project = "\(TestCity.name)/projects/none" }),
    ("ticket.firm", { $0.ticket?.firm = "\(TestCity.name)/firms/91330100799655058B" }),
    ("ticket.holder.unit", { $0.ticket?.holder = TestCity.holder("\(TestCity.name)/grids/none", .grid) }),
    (
      "ticket.reception_day",
      {
        $0.ticket?.source = .receptionDay
        $0.ticket?.receptionDay = "\(TestCity.name)/receptionDays/none"
      }
    ),
  ]

  @Test func wrongActionsAreRefused() async throws {
    let city = try await TestCity()
    let name = try await city.create { $0.history = [try TestCity.entry(.accept, at: "2025-09-22T11:00:00")] }.name
    let cases: [(TicketEvent.Action, String, String, @Sendable (inout TicketEvent) -> Void)] = [
      (.dispatch, "holder", "REQUIRED_FIELD", { $0.holder = nil }),
      (.dispatch, "holder.level", "INVALID_FIELD", { $0.holder?.level = .unrecognized(9) }),
      (.dispatch, "holder.unit", "OTHER_CITY", { $0.holder?.unit = "cities/371100/grids/g1" }),
      (.dispatch, "promised_date", "INVALID_DATE", { $0.promisedDate = CalendarDate("2025-02-29") }),
      (.extend, "working_days", "INVALID_FIELD", { $0.workingDays = 0 }),
      (.extend, "working_days", "INVALID_FIELD", { $0.workingDays = 366 }),
      (.extend, "reason", "REQUIRED_FIELD", { $0.reason = "" }),
      (.extend, "reason", "PERSONAL_DATA_MISPLACED", { $0.reason = "电话13812341234" }),
      (.resolve, "resolution", "REQUIRED_FIELD", { $0.resolution = .unspecified }),
      (.resolve, "resolution", "INVALID_FIELD", { $0.resolution = .unrecognized(4) }),
      (.resolve, "public_answer", "REQUIRED_FIELD", { $0.publicAnswer = "" }),
      (.callBack, "feedback.satisfaction", "REQUIRED_FIELD", { $0.feedback = Ticket.Feedback() }),
      (.merge, "merged_into", "REQUIRED_FIELD", { $0.mergedInto = "" }),
      (.merge, "merged_into", "INVALID_NAME", { $0.mergedInto = "leading" }),
      (.refuse, "non_acceptance_reason", "REQUIRED_FIELD", { $0.nonAcceptanceReason = .unspecified }),
      (.review, "review_outcome", "INVALID_FIELD", { $0.reviewOutcome = .unrecognized(3) }),
      (.escalate, "acting_unit", "REQUIRED_FIELD", { $0.actingUnit = "" }),
      (
        .sign, "officer.reference", "INVALID_FIELD",
        {
          $0.holder = .with { $0.officer = .with { $0.reference = String(repeating: "x", count: 65) } }
        }
      ),
      (.start, "note", "INVALID_FIELD", { $0.note = String(repeating: "长", count: 4_001) }),
    ]
    for (action, field, reason, change) in cases {
      let refused = try await expectRefusal(.invalidArgument, reason) {
        try await city.act(action, name, at: "2025-09-22T12:00:00") { change(&$0) }
      }
      #expect(refused?.fields[field] == reason, "\(action) \(refused?.message ?? "")")
    }
    // A reason of nothing but spaces says nothing.
    let blank = try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await city.act(.extend, name, at: "2025-09-22T12:00:00") { $0.reason = "  " }
    }
    #expect(blank?.fields == ["reason": "REQUIRED_FIELD"])
  }

  @Test func wrongReadsAreRefused() async throws {
    let city = try await TestCity()
    let ticket = try await city.create().name
    for name in ["", "tickets/1", "cities/370800/tickets/", "cities/370800/tickets/a/b", "cities/370800/firms/x"] {
      let reason = name.isEmpty ? "REQUIRED_FIELD" : "INVALID_NAME"
      try await expectRefusal(.invalidArgument, reason) { try await city.tickets.getTicket(.with { $0.name = name }) }
      try await expectRefusal(.invalidArgument, reason) {
        try await city.tickets.listTicketEvents(.with { $0.parent = name })
      }
      try await expectRefusal(.invalidArgument, reason) {
        try await city.tickets.getTicketCaller(.with { $0.name = name })
      }
    }
    try await expectRefusal(.invalidArgument, "INVALID_PAGE_TOKEN") {
      try await city.tickets.listTicketEvents(
        .with {
          $0.parent = ticket
          $0.pageToken = "Zm9v"
        }
      )
    }
    try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await city.tickets.listTicketEvents(
        .with {
          $0.parent = ticket
          $0.pageSize = -1
        }
      )
    }
    let unindexed = try await expectRefusal(.invalidArgument, "FIELD_NOT_INDEXED") {
      try await city.tickets.listTickets(
        .with {
          $0.parent = TestCity.name
          $0.filter = "content = \"路灯\""
        }
      )
    }
    #expect(unindexed?.metadata["field"] == "content")
    let many = try await expectRefusal(.invalidArgument, "TOO_MANY_ENTRIES") {
      try await city.tickets.batchGetTickets(
        .with {
          $0.parent = TestCity.name
          $0.names = Array(repeating: ticket, count: 1_001)
        }
      )
    }
    #expect(many?.metadata == ["limit": "1000", "came": "1001"])
    try await expectRefusal(.failedPrecondition, "ACTION_NOT_ALLOWED") {
      try await city.tickets.rateTicket(
        .with {
          $0.name = ticket
          $0.feedback = .with { $0.satisfaction = .satisfied }
        }
      )
    }
  }
}
