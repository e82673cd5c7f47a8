internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailService
internal import Testing

/// Holiday arrangements that are loaded, and the due dates that follow from them.
@Suite struct HolidayCalendarTests {
  /// A made-up arrangement: 1 to 5 January 2027 are off, Saturday the 9th is worked.
  private static let newYear = ["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04", "2027-01-05"]

  @Test(arguments: [
    (["2027-02-30"], ["2027-01-09"], "holidays[0]", "INVALID_DATE"),
    (["2028-01-01"], ["2027-01-09"], "holidays[0]", "INVALID_FIELD"),
    (["2027-01-01", "2027-01-01"], ["2027-01-09"], "holidays[1]", "INVALID_FIELD"),
    (["2027-01-01"], ["2027-01-11"], "working_days[0]", "INVALID_FIELD"),
    (["2027-01-01", "2027-01-09"], ["2027-01-10", "2027-01-09"], "working_days[1]", "INVALID_FIELD"),
    ([], ["2027-01-09"], "holidays", "REQUIRED_FIELD"),
    (["2027-01-01"], [], "working_days", "REQUIRED_FIELD"),
  ])
  func anArrangementIsChecked(
    _ holidays: [String],
    _ workingDays: [String],
    _ field: String,
    _ reason: String
  ) async throws {
    let city = try await TestCity()
    let refused = try await expectRefusal(.invalidArgument, reason) {
      try await city.arrange(2027, holidays: holidays, workingDays: workingDays)
    }
    #expect(refused?.fields == ["holiday_calendar.\(field)": reason])
  }

  @Test func oneArrangementIsLoadedForAYear() async throws {
    let city = try await TestCity()
    try await city.addRizhao()
    let first = try await city.arrange(2027, holidays: Self.newYear, workingDays: ["2027-01-09"])
    let refused = try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await city.arrange(2027, holidays: Self.newYear, workingDays: ["2027-01-10"])
    }
    #expect(refused?.metadata["name"] == first.name)
    try await city.arrange(2027, holidays: Self.newYear, workingDays: ["2027-01-09"], in: TestCity.rizhao)
    try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await city.rules.updateHolidayCalendar(
        .with {
          $0.holidayCalendar = .with {
            $0.name = first.name
            $0.workingDays = [CalendarDate("2027-01-11")]
          }
        }
      )
    }
  }

  @Test func dueDatesAreCountedAnewWhenTheYearIsLoaded() async throws {
    let city = try await TestCity(at: "2026-12-30")
    let late = try await city.create { $0.eventTime = try Timestamp(shanghai: "2026-12-30T09:00:00") }
    let soon = try await city.create { $0.eventTime = try Timestamp(shanghai: "2026-12-23T09:00:00") }
    let urgent = try await city.create {
      $0.eventTime = try Timestamp(shanghai: "2026-12-30T09:00:00")
      $0.ticket?.category = "gas"
    }
    let resolved = try await city.create { $0.eventTime = try Timestamp(shanghai: "2026-12-30T09:00:00") }
    for action in [TicketEvent.Action.accept, .dispatch, .sign, .start, .resolve] {
      try await city.act(action, resolved.name, at: "2026-12-30T09:30:00")
    }
    #expect(late.due?.date?.text == "2027-01-06")
    #expect(late.due?.provisional == true)
    #expect(soon.due?.date?.text == "2026-12-30")
    #expect(soon.due?.provisional == false)

    let before = try await city.latestCursor()
    let calendar = try await city.arrange(2027, holidays: Self.newYear, workingDays: ["2027-01-09"])
    let recounted = try await city.tickets.getTicket(.with { $0.name = late.name })
    // 31 December, then the 6th, the 7th, the 8th and Saturday the 9th.
    #expect(recounted.due?.date?.text == "2027-01-09")
    #expect(recounted.due?.provisional == false)
    #expect(recounted.due?.warningTime == (try Timestamp(shanghai: "2027-01-08T00:00:00")))
    #expect(recounted.eventTime == late.eventTime)
    #expect(recounted.etag != late.etag)
    // Consumers of the feed see the arrangement and the one ticket whose date has moved.
    #expect(try await city.changedNames(after: before) == [calendar.name, late.name])
    let overdue = try await city.tickets.listTickets(
      .with {
        $0.parent = TestCity.name
        $0.filter = "due.overdue_time = \"2027-01-09T16:00:00Z\""
      }
    )
    #expect(overdue.tickets.map(\.name) == [late.name])
    #expect(try await city.tickets.getTicket(.with { $0.name = urgent.name }).etag == urgent.etag)

    // A correction counts again, and so does a year that is taken back.
    _ = try await city.rules.updateHolidayCalendar(
      .with {
        $0.holidayCalendar = .with {
          $0.name = calendar.name
          $0.holidays = [CalendarDate("2027-01-01")]
        }
      }
    )
    #expect(try await city.tickets.getTicket(.with { $0.name = late.name }).due?.date?.text == "2027-01-07")
    _ = try await city.rules.deleteHolidayCalendar(.with { $0.name = calendar.name })
    #expect(try await city.tickets.getTicket(.with { $0.name = late.name }).due == late.due)
  }

  @Test func aLoadedArrangementGoesBeforeTheShippedOneInItsCityAlone() async throws {
    let city = try await TestCity(at: "2026-03-31")
    // 2026 ships: Monday 6 April is off, so five days from Monday 30 March end on Tuesday 7 April.
    let shipped = try await city.create { $0.eventTime = try Timestamp(shanghai: "2026-03-30") }
    #expect(shipped.due?.date?.text == "2026-04-07")
    try await city.addRizhao()
    try await city.arrange(2026, holidays: ["2026-04-01"], workingDays: ["2026-04-04"], in: TestCity.rizhao)
    let untouched = try await city.tickets.getTicket(.with { $0.name = shipped.name })
    #expect(untouched.due == shipped.due)
    try await city.arrange(2026, holidays: ["2026-04-01", "2026-04-02"], workingDays: ["2026-04-04"])
    let recounted = try await city.tickets.getTicket(.with { $0.name = shipped.name })
    #expect(recounted.due?.date?.text == "2026-04-07")
    // 31 March, 3 April, Saturday the 4th, the 6th and the 7th: the Monday is worked now.
    let later = try await city.create { $0.eventTime = try Timestamp(shanghai: "2026-03-31") }
    #expect(later.due?.date?.text == "2026-04-08")
  }

  @Test func callersAreToldWhenAYearIsMissing() async throws {
    let city = try await TestCity()
    #expect(try await city.resolve("committee.size.odd", on: "2026-11-01").provisionalFrom == nil)
    #expect(try await city.resolve("committee.size.odd", on: "2026-11-02").provisionalFrom?.text == "2027-01-01")
    try await city.arrange(2027, holidays: Self.newYear, workingDays: ["2027-01-09"])
    #expect(try await city.resolve("committee.size.odd", on: "2026-12-31").provisionalFrom == nil)
  }

  @Test func operatorsAreToldWhenAYearIsMissing() async throws {
    let city = try await TestCity(at: "2026-11-01")
    try await city.addRizhao()
    let services = try await RedSailServices(store: city.store) { [clock = city.clock] in clock.now }
    #expect(try await services.calendarGaps().isEmpty)
    city.clock.advance(seconds: 86_400)
    try await city.arrange(2027, holidays: Self.newYear, workingDays: ["2027-01-09"], in: TestCity.rizhao)
    let gaps = try await services.calendarGaps()
    #expect(gaps.map(\.city) == ["370800"])
    #expect(gaps.map(\.year) == [2027])
    #expect(gaps.map(\.days) == [60])
  }
}

extension TestCity {
  /// Where the change feed stands.
  fileprivate func latestCursor() async throws -> String {
    try await changes.listChanges(
      .with {
        $0.parent = Self.name
        $0.fromLatest = true
      }
    ).nextCursor
  }

  /// The names of what has changed since.
  fileprivate func changedNames(after cursor: String) async throws -> [String] {
    try await changes.listChanges(
      .with {
        $0.parent = Self.name
        $0.cursor = cursor
      }
    ).changes.map(\.name)
  }
}
