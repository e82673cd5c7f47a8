internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// The scoreboard is counted from what is stored, and follows it.
@Suite struct ScoreboardTests {
  private func figures(
    _ city: TestCity,
    asOf day: String = "2026-01-31",
    scale: Double = 0
  ) async throws -> [String: Scoreboard.Row] {
    let board = try await city.scoreboards.getScoreboard(
      .with {
        $0.name = "\(TestCity.name)/scoreboard"
        $0.asOfDate = CalendarDate(day)
        $0.scale = scale
      }
    )
    #expect(board.rows.map(\.row) == board.rows.map(\.row).sorted())
    return Dictionary(uniqueKeysWithValues: board.rows.map { ($0.key, $0) })
  }

  private func computed(_ city: TestCity, asOf day: String = "2026-01-31") async throws -> [String: Double] {
    try await figures(city, asOf: day).compactMapValues(\.computed)
  }

  @Test func publishedIntervalsAreTheArticles() async throws {
    let city = try await TestCity()
    try await city.create()
    let rows = try await figures(city)
    let expected: [(String, Int32, Double, Double, Double)] = [
      ("firms_with_party_organisation", 2, 464, 464, 464), ("firms_with_instructor", 3, 105, 105, 105),
      ("firms_covered", 3, 569, 569, 569), ("firms_covered_percent", 3, 100, 100, 100),
      ("reception_days", 12, 1_200, 1_201, 1_299), ("demands", 12, 51_000, 50_500, 51_499),
      ("demands_resolved", 12, 49_000, 48_500, 49_499),
    ]
    for (key, number, published, low, high) in expected {
      let row = rows[key]
      #expect(row?.row == number)
      #expect(row?.published == published)
      #expect(row?.low == low)
      #expect(row?.high == high)
      #expect(row?.agrees == false, "\(key)")
    }
    #expect(rows["demands_resolved_percent"]?.published == 96.1)
    // Without an interval there is nothing to agree with.
    for key in ["promises_kept", "promises_overdue", "closed_at_grid", "closed_at_county", "owner_tickets"] {
      #expect(rows[key]?.computed == (key == "owner_tickets" ? 1 : 0))
      #expect(rows[key]?.agrees == nil)
      #expect(rows[key]?.published == nil)
    }
    let scaled = try await figures(city, scale: 0.02)
    #expect(scaled["firms_with_party_organisation"]?.low == 9)
    #expect(scaled["firms_with_party_organisation"]?.high == 10)
    #expect(scaled["demands"]?.low == 1_010)
    #expect(scaled["demands"]?.high == 1_030)
    #expect(scaled["firms_covered_percent"]?.low == 100)
  }

  @Test func demandsOfEventsAreCountedAndAnswersAreNoResolutions() async throws {
    let city = try await TestCity()
    let onSite = try await city.createAtEvent {
      $0.ticket?.promisedDate = nil
      $0.history = [try TestCity.entry(.resolve, at: "2025-09-20T10:30:00")]
    }
    try await city.createAtEvent {
      $0.ticket?.promisedDate = nil
      var answer = try TestCity.entry(.resolve, at: "2025-09-20T10:30:00")
      answer.resolution = .answered
      $0.history = [answer]
    }
    let open = try await city.createAtEvent().name
    // The hotline's and the owners' tickets are no demands of events.
    try await city.create()
    var counted = try await computed(city)
    #expect(counted["demands"] == 3)
    #expect(counted["demands_resolved"] == 1)
    #expect(counted["demands_resolved_percent"] == 33.3)
    #expect(counted["promises_overdue"] == 1)

    // One more is resolved, in time.
    for (action, time) in [
      (TicketEvent.Action.accept, "2025-09-20T10:40:00"), (.dispatch, "2025-09-20T10:50:00"),
      (.sign, "2025-09-21"), (.start, "2025-09-22"), (.resolve, "2025-09-30T23:59:59"),
    ] {
      try await city.act(action, open, at: time)
    }
    counted = try await computed(city)
    #expect(counted["demands_resolved"] == 2)
    #expect(counted["promises_kept"] == 1)
    #expect(counted["promises_overdue"] == 0)
    // Seen from an earlier day it was neither.
    let earlier = try await computed(city, asOf: "2025-09-29")
    #expect(earlier["demands_resolved"] == 1)
    #expect(earlier["promises_kept"] == 0)
    #expect(earlier["promises_overdue"] == 0)
    // Seen two years on, it is long past.
    #expect(try await computed(city, asOf: "2027-01-31")["demands"] == 0)

    _ = try await city.tickets.deleteTicket(.with { $0.name = onSite.name })
    #expect(try await computed(city)["demands"] == 2)
  }

  @Test func eventsCountOnceHeldAndNoLongerOnceCancelled() async throws {
    let city = try await TestCity()
    try await city.event("second", at: "2025-10-11T09:00:00", until: "2025-10-11T11:00:00")
    try await city.event("old", at: "2024-12-31T09:00:00", until: "2024-12-31T11:00:00")
    #expect(try await computed(city)["reception_days"] == 2)
    #expect(try await computed(city, asOf: "2025-10-10")["reception_days"] == 2)
    _ = try await city.events.cancelReceptionDay(
      .with {
        $0.name = "\(TestCity.name)/receptionDays/second"
        $0.reason = "误录"
      }
    )
    #expect(try await computed(city)["reception_days"] == 1)
  }

  @Test func firmsMoveFromOrganisationToInstructor() async throws {
    let city = try await TestCity()
    let other = "\(TestCity.name)/firms/914403001922038216"
    func organisation(from: String, to: String?) -> PartyOrganisation {
      .with {
        $0.division = TestCity.county
        $0.displayName = "某物业党支部"
        $0.kind = .branch
        $0.sphere = .firm
        $0.links = [
          .with {
            $0.subject = TestCity.firm
            $0.validFrom = CalendarDate(from)
            $0.validTo = to.map { CalendarDate($0) }
          }
        ]
      }
    }
    let created = try await city.party.createPartyOrganisation(
      .with {
        $0.parent = TestCity.name
        $0.partyOrganisation = organisation(from: "2025-03-01", to: nil)
      }
    )
    var counted = try await computed(city)
    #expect(counted["firms_with_party_organisation"] == 1)
    #expect(counted["firms_with_instructor"] == 0)
    #expect(counted["firms_covered"] == 1)
    #expect(counted["firms_covered_percent"] == 50)
    #expect(try await computed(city, asOf: "2025-02-28")["firms_with_party_organisation"] == 0)

    _ = try await city.party.updatePartyOrganisation(
      .with {
        $0.partyOrganisation = organisation(from: "2025-03-01", to: "2026-01-01")
        $0.partyOrganisation?.name = created.name
      }
    )
    for firm in [TestCity.firm, other] {
      _ = try await city.party.createInstructorAssignment(
        .with {
          $0.parent = TestCity.name
          $0.instructorAssignment = .with {
            $0.division = TestCity.street
            $0.firm = firm
            $0.validFrom = CalendarDate("2026-01-01")
            $0.instructor = .with { $0.reference = "instructor-1" }
          }
        }
      )
    }
    counted = try await computed(city)
    #expect(counted["firms_with_party_organisation"] == 0)
    #expect(counted["firms_with_instructor"] == 2)
    #expect(counted["firms_covered_percent"] == 100)
    #expect(try await figures(city)["firms_covered_percent"]?.agrees == true)
    let december = try await computed(city, asOf: "2025-12-31")
    #expect(december["firms_with_party_organisation"] == 1)
    #expect(december["firms_with_instructor"] == 0)
  }

  @Test func ticketsAreCountedAtTheLevelThatClosedThem() async throws {
    let city = try await TestCity()
    let name = try await city.create {
      $0.history = try [
        TestCity.entry(.accept, at: "2025-09-22T11:00:00"), TestCity.entry(.dispatch, at: "2025-09-22T12:00:00"),
        TestCity.entry(.sign, at: "2025-09-22T13:00:00"), TestCity.entry(.start, at: "2025-09-22T14:00:00"),
        TestCity.entry(.resolve, at: "2025-09-22T15:00:00"), TestCity.entry(.callBack, at: "2025-09-22T16:00:00"),
      ]
    }.name
    #expect(try await computed(city)["closed_at_grid"] == 0)
    try await city.act(.close, name, at: "2025-09-23")
    #expect(try await computed(city)["closed_at_grid"] == 1)
    #expect(try await computed(city)["closed_at_community"] == 0)
  }

  @Test func wrongRequestsAreRefused() async throws {
    let city = try await TestCity()
    let cases: [(String, String, GetScoreboardRequest)] = [
      ("name", "REQUIRED_FIELD", GetScoreboardRequest()),
      ("name", "INVALID_NAME", .with { $0.name = TestCity.name }),
      ("name", "INVALID_NAME", .with { $0.name = "cities/jining/scoreboard" }),
      (
        "as_of_date", "INVALID_DATE",
        .with {
          $0.name = "\(TestCity.name)/scoreboard"
          $0.asOfDate = CalendarDate("2026-02-30")
        }
      ),
    ]
    let scales = [-0.5, 0.001, 1.5, .nan, .infinity].map { scale in
      (
        "scale", "INVALID_FIELD",
        GetScoreboardRequest.with {
          $0.name = "\(TestCity.name)/scoreboard"
          $0.scale = scale
        }
      )
    }
    for (field, reason, request) in cases + scales {
      let refused = try await expectRefusal(.invalidArgument, reason) {
        try await city.scoreboards.getScoreboard(request)
      }
      #expect(refused?.fields == [field: reason])
    }
    try await expectRefusal(.notFound, "NOT_FOUND") {
      try await city.scoreboards.getScoreboard(.with { $0.name = "cities/371100/scoreboard" })
    }
  }
}
