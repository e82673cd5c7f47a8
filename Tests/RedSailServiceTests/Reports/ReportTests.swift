internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Figures of reports over small cities, counted by hand.
@Suite struct ReportTests {
  @Test func everyReportIsListedAndCanBeAskedFor() async throws {
    let city = try await TestCity()
    var listed: [Report] = []
    for try await report in city.reports.reports(
      .with {
        $0.parent = TestCity.name
        $0.pageSize = 7
      }
    ) { listed.append(report) }
    let keys = listed.map { String($0.name.split(separator: "/").last ?? "") }
    #expect(Set(keys).count == keys.count)
    for asked in [
      "firm_coverage", "compound_branches", "grid_stations", "reception_days", "industry_committees",
      "governing_bodies", "party_ratio", "due_elections", "contract_filings", "committee_filings", "tickets_overdue",
      "promises", "closed_levels", "ticket_rates", "hotline_share", "cross_appointments", "pipelines", "key_posts",
      "events", "quarterly_meetings", "disclosures", "report_ins", "stations", "venues", "hazards", "charging",
      "renovation", "subsidies", "takeovers", "honours", "programmes", "policies", "rectifications", "satisfaction",
      "visits_mediations", "votes", "associations", "credit_grades", "units_areas",
    ] { #expect(keys.contains(asked), "\(asked)") }
    for (report, key) in zip(listed, keys) {
      #expect(!report.displayName.isEmpty && !report.localizedName.isEmpty && !report.figures.isEmpty)
      #expect(report.rows.isEmpty)
      #expect(Set(report.figures.map(\.key)).count == report.figures.count, "\(key)")
      for level in [Division.Level.unspecified, .community] {
        let answer = try await city.report(key) {
          $0.byLevel = level
          $0.periodKind = .quarter
        }
        // Five quarters from 2025-01-01 to 2026-01-31; the whole, and two communities.
        #expect(answer.rows.count == (level == .community ? 15 : 5), "\(key)")
        #expect(answer.rows.allSatisfy { $0.figures.map(\.key) == report.figures.map(\.key) })
      }
      let findings = try await city.findings(key)
      #expect(report.hasFindings || findings.isEmpty)
    }
  }

  @Test func coverageNamesTheFirmsThatNobodyReaches() async throws {
    let city = try await TestCity()
    _ = try await city.party.createPartyOrganisation(
      .with {
        $0.parent = TestCity.name
        $0.partyOrganisation = .with {
          $0.division = TestCity.county
          $0.displayName = "某物业党支部"
          $0.kind = .branch
          $0.sphere = .firm
          $0.links = [
            .with {
              $0.subject = TestCity.firm
              $0.validFrom = CalendarDate("2025-04-01")
            }
          ]
        }
      }
    )
    let report = try await city.report("firm_coverage") { $0.periodKind = .quarter }
    let quarters = report.rows.map { row in row.figures.first { $0.key == "firms_covered" }?.parts }
    #expect(quarters == [[0, 2], [1, 2], [1, 2], [1, 2], [1, 2]])
    #expect(report.whole["firms_covered"]?.value == 0)
    #expect(report.rows.last?.periodFrom == CalendarDate("2026-01-01"))
    #expect(report.rows.last?.periodTo == CalendarDate("2026-01-31"))
    let findings = try await city.findings("firm_coverage")
    #expect(findings.map(\.subject) == ["\(TestCity.name)/firms/914403001922038216"])
    #expect(findings.first?.reason == "firm_not_covered")
    #expect(findings.first?.division == TestCity.county)
  }

  @Test func gridsWithoutStationAreNamed() async throws {
    let city = try await TestCity()
    try await city.station(TestCity.grid, in: TestCity.community, volunteers: 3)
    try await city.station(TestCity.otherGrid, in: TestCity.otherCommunity, from: "2026-02-01")
    let whole = try await city.report("grid_stations").whole
    #expect(whole["stations"]?.numerator == 1)
    #expect(whole["grids_with_station"]?.parts == [1, 2])
    #expect(whole["grids_with_station"]?.value == 50)
    #expect(try await city.findings("grid_stations").map(\.subject) == [TestCity.otherGrid])
    #expect(try await city.findings("grid_stations") { $0.division = TestCity.street }.isEmpty)
    let work = try await city.report("stations").whole
    #expect(work["stations_with_members_on_duty"]?.parts == [1, 1])
    #expect(work["with_charging"]?.numerator == 1)
    #expect(work["with_books"]?.numerator == 0)
  }

  @Test func eventsCountByKindAndParticipantsByRole() async throws {
    let city = try await TestCity()
    try await city.held(.ownersTalk) { event in
      event.attendance = 12
      event.participants = [(.lawyer, true), (.lawyer, false), (.streetOfficial, true)].map { role, came in
        .with {
          $0.role = role
          $0.attended = came
        }
      }
    }
    try await city.held(.familyTalk, on: "2024-12-31")
    let whole = try await city.report("events").whole
    #expect(whole["manager_reception_days"]?.numerator == 1)
    #expect(whole["owners_talks"]?.numerator == 1)
    #expect(whole["family_talks"]?.numerator == 0)
    #expect(whole["lawyers"]?.numerator == 1)
    #expect(whole["street_officials"]?.numerator == 1)
    #expect(whole["attendance"]?.numerator == 12)
    let days = try await city.report("reception_days").whole
    #expect(days["reception_days"]?.numerator == 1)
    #expect(days["projects_with_reception_day"]?.parts == [1, 2])
    #expect(try await city.findings("reception_days").map(\.subject) == ["\(TestCity.name)/projects/p2"])
  }

  @Test func meetingsAreOwedForEveryQuarterThatEnded() async throws {
    let city = try await TestCity()
    for (day, compound) in [("2025-02-03", "c1"), ("2025-03-31", "c1"), ("2025-12-31", "c1"), ("2026-01-05", "c2")] {
      try await city.held(.quarterlyMeeting, on: day) { $0.compound = "\(TestCity.name)/compounds/\(compound)" }
    }
    let report = try await city.report("quarterly_meetings")
    // Two compounds in four quarters; the running one is not over.
    #expect(report.whole["quarters_with_meeting"]?.parts == [2, 8])
    #expect(report.whole["meetings"]?.numerator == 4)
    #expect(try await city.findings("quarterly_meetings").map(\.subject) == ["\(TestCity.name)/compounds/c2"])
  }

  @Test func theHotlinesShareIsThatOfItsMonths() async throws {
    let city = try await TestCity()
    let whole = "\(TestCity.name)/divisions/370800"
    try await city.calls(2025, 1, whole, property: 30, all: 1_000)
    try await city.calls(2025, 2, whole, property: 10, all: 1_000)
    try await city.calls(2026, 1, whole, property: 158, all: 10_000)
    // A part of the city's calls, not beside them.
    try await city.calls(2026, 1, TestCity.county, property: 50, all: 2_000)
    let report = try await city.report("hotline_share") {
      $0.periodKind = .month
      $0.byLevel = .county
    }
    let january = report.row(whole, from: CalendarDate("2026-01-01"))
    #expect(january["property_share"]?.parts == [158, 10_000])
    #expect(january["property_share"]?.value == 1.58)
    #expect(january["year_to_date"]?.parts == [158, 10_000])
    #expect(january["year_before"]?.parts == [30, 1_000])
    #expect(report.row(TestCity.county, from: CalendarDate("2026-01-01"))["property_share"]?.parts == [50, 2_000])
    let february = report.row(whole, from: CalendarDate("2025-02-01"))
    #expect(february["year_to_date"]?.parts == [40, 2_000])
    #expect(february["property_share"]?.value == 1)
    #expect(report.row(whole, from: CalendarDate("2025-03-01"))["property_share"]?.value == nil)
  }

  @Test func ratesShowWhatTheyLeaveOut() async throws {
    let city = try await TestCity()
    func demand(_ actions: [(TicketEvent.Action, String)], _ change: (inout [TicketEvent]) -> Void = { _ in })
      async throws
    {
      var history = try actions.map { try TestCity.entry($0.0, at: $0.1) }
      change(&history)
      try await city.create { [history] in $0.history = history }
    }
    let handled: [(TicketEvent.Action, String)] = [
      (.accept, "2025-09-22T11:00:00"), (.dispatch, "2025-09-22T12:00:00"), (.sign, "2025-09-22T13:00:00"),
      (.start, "2025-09-22T14:00:00"), (.resolve, "2025-09-23"),
    ]
    let asked = handled + [(.callBack, "2025-09-24")]
    try await demand(asked)
    try await demand(asked) { $0[5].feedback = .with { $0.satisfaction = .dissatisfied } }
    try await demand(asked) { $0[5].feedback = .with { $0.satisfaction = .notReached } }
    try await demand(handled) { $0[4].resolution = .answered }
    try await demand([(.refuse, "2025-09-22T11:00:00")])
    try await demand(Array(handled.prefix(3)))
    let whole = try await city.report("ticket_rates").whole
    #expect(whole["response"]?.parts == [5, 5])
    #expect(exclusions(whole["response"]) == ["not_accepted": 1])
    // Three solved, one only answered, one open past its period.
    #expect(whole["resolution"]?.parts == [3, 5])
    #expect(whole["satisfaction"]?.parts == [1, 2])
    #expect(exclusions(whole["satisfaction"]) == ["not_asked": 1, "not_reached": 1])
    let overdue = try await city.report("tickets_overdue").whole
    #expect(overdue["tickets_overdue"]?.numerator == 1)
    #expect(overdue["handled_in_time"]?.parts == [4, 5])
    let findings = try await city.findings("tickets_overdue")
    // Five working days after Monday, 2025-09-22, of which Sunday, the 28th, is one (调休).
    #expect(findings.map(\.date) == [CalendarDate("2025-09-28")])
    // On the last day in time it was not overdue, and not yet past its period.
    let before = try await city.report("ticket_rates") { $0.asOfDate = CalendarDate("2025-09-28") }.whole
    #expect(before["resolution"]?.parts == [3, 4])
    #expect(exclusions(before["resolution"]) == ["in_time": 1, "not_accepted": 1])
  }

  private func exclusions(_ figure: Report.Figure?) -> [String: Int64] {
    Dictionary(uniqueKeysWithValues: (figure?.exclusions ?? []).map { ($0.reason, $0.count) })
  }
}
