internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// The same question at the same day and revision has the same answer, whatever is written later.
@Suite struct ReportAsOfTests {
  @Test func aReopenedDemandStillWasResolvedOnTheDayBefore() async throws {
    let city = try await TestCity()
    let name = try await city.createAtEvent {
      $0.ticket?.promisedDate = nil
      var call = try TestCity.entry(.callBack, at: "2025-09-25")
      call.feedback = .with { $0.satisfaction = .dissatisfied }
      $0.history = [try TestCity.entry(.resolve, at: "2025-09-20T10:30:00"), call]
    }.name
    func demands(_ day: String, revision: Int64 = 0) async throws -> Report {
      try await city.report("demands") {
        $0.asOfDate = CalendarDate(day)
        $0.revision = revision
      }
    }
    let first = try await demands("2026-01-31")
    #expect(first.whole["demands_resolved"]?.parts == [1, 1])
    let board = try await scoreboard(city, "2026-01-30")

    try await city.act(.reopen, name, at: "2026-01-31T09:00:00")
    try await city.createAtEvent()
    // The other demand is entered late: it was raised on 2025-09-20.
    #expect(try await demands("2026-01-30").whole["demands_resolved"]?.parts == [1, 2])
    #expect(try await demands("2026-01-31").whole["demands_resolved"]?.parts == [0, 2])
    // As recorded then, the question has the answer that it had, byte for byte.
    let again = try await demands("2026-01-31", revision: first.revision)
    #expect(try again.serialized() == first.serialized())
    let boardAgain = try await scoreboard(city, "2026-01-30")
    #expect(boardAgain["demands_resolved"] == 1)
    #expect(boardAgain["demands_resolved"] == board["demands_resolved"])
  }

  private func scoreboard(_ city: TestCity, _ day: String) async throws -> [String: Double] {
    let board = try await city.scoreboards.getScoreboard(
      .with {
        $0.name = "\(TestCity.name)/scoreboard"
        $0.asOfDate = CalendarDate(day)
      }
    )
    return Dictionary(uniqueKeysWithValues: board.rows.map { ($0.key, $0.computed ?? -1) })
  }

  @Test func everyReportStaysWhatItWasAtItsRevision() async throws {
    let city = try await TestCity()
    try await city.createAtEvent()
    try await city.station(TestCity.grid, in: TestCity.community)
    var before: [Report] = []
    for try await report in city.reports.reports(.with { $0.parent = TestCity.name }) {
      before.append(
        try await city.report(String(report.name.split(separator: "/").last ?? "")) { $0.byLevel = .street }
      )
    }
    try await city.createAtEvent()
    try await city.station(TestCity.otherGrid, in: TestCity.otherCommunity)
    try await city.held(.ownersTalk)
    try await city.firm("91330100799655058B")
    var changed = 0
    for report in before {
      let key = String(report.name.split(separator: "/").last ?? "")
      let again = try await city.report(key) {
        $0.byLevel = .street
        $0.revision = report.revision
      }
      #expect(try again.serialized() == report.serialized(), "\(key)")
      if try await city.report(key, { $0.byLevel = .street }).rows != report.rows { changed += 1 }
    }
    #expect(changed >= 4)
  }

  @Test func pagesOfFindingsAreOfOneRevision() async throws {
    let city = try await TestCity()
    let request = ListFindingsRequest.with {
      $0.name = "\(TestCity.name)/reports/grid_stations"
      $0.pageSize = 1
    }
    let first = try await city.reports.listFindings(request)
    #expect(first.findings.map(\.subject) == [TestCity.grid])
    try await city.station(TestCity.otherGrid, in: TestCity.otherCommunity)
    var next = request
    next.pageToken = first.nextPageToken
    let second = try await city.reports.listFindings(next)
    #expect(second.findings.map(\.subject) == [TestCity.otherGrid])
    #expect(second.revision == first.revision)
    #expect(try await city.findings("grid_stations").map(\.subject) == [TestCity.grid])
    next.division = TestCity.street
    try await expectRefusal(.invalidArgument, "INVALID_PAGE_TOKEN") { try await city.reports.listFindings(next) }
  }

  @Test func wrongQuestionsAreRefused() async throws {
    let city = try await TestCity()
    let name = "\(TestCity.name)/reports/firm_coverage"
    let cases: [(String, String, (inout GetReportRequest) -> Void)] = [
      ("name", "REQUIRED_FIELD", { $0.name = "" }), ("name", "INVALID_NAME", { $0.name = TestCity.name }),
      ("division", "INVALID_NAME", { $0.division = TestCity.firm }),
      ("division", "OTHER_CITY", { $0.division = "cities/371100/divisions/371102" }),
      ("by_level", "INVALID_FIELD", { $0.byLevel = .unrecognized(9) }),
      ("as_of_date", "INVALID_DATE", { $0.asOfDate = CalendarDate("2026-02-30") }),
      ("days_ahead", "INVALID_FIELD", { $0.daysAhead = 3_651 }),
      ("revision", "INVALID_FIELD", { $0.revision = -1 }),
      ("period_from", "PERIOD_REVERSED", { $0.periodFrom = CalendarDate("2026-02-01") }),
    ]
    for (field, reason, change) in cases {
      let refused = try await expectRefusal(.invalidArgument, reason) {
        try await city.reports.getReport(
          .with {
            $0.name = name
            $0.asOfDate = CalendarDate("2026-01-31")
            change(&$0)
          }
        )
      }
      #expect(refused?.fields == [field: reason])
    }
    try await expectRefusal(.notFound, "NOT_FOUND") { try await city.report("no_such_report") }
    try await expectRefusal(.outOfRange, "REVISION_NOT_KEPT") {
      try await city.report("firm_coverage") { $0.revision = 1 << 40 }
    }
    try await expectRefusal(.invalidArgument, "TOO_MANY_ENTRIES") {
      try await city.report("firm_coverage") {
        $0.byLevel = .community
        $0.periodKind = .month
        $0.periodFrom = CalendarDate("1800-01-01")
      }
    }
  }
}
