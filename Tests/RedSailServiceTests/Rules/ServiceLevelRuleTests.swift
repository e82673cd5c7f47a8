internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// How long a ticket may take by the rules of its division on the day of its receipt.
@Suite struct ServiceLevelRuleTests {
  /// The due period of a demand of the first community, received on a day.
  private func due(_ city: TestCity, _ category: String = "", on day: String = "2026-03-02") async throws -> Ticket.Due
  {
    let ticket = try await city.create {
      $0.eventTime = try Timestamp(shanghai: day)
      $0.ticket?.category = category
    }
    return try #require(ticket.due)
  }

  @Test(arguments: [(0, 0), (3, 2)] as [(Int32, Int32)])
  func aRuleHasExactlyOneLength(_ days: Int32, _ hours: Int32) async throws {
    let city = try await TestCity()
    let refused = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await city.allow("noise", in: TestCity.county, days: days, hours: hours)
    }
    #expect(refused?.fields == ["service_level_rule.working_days": "INVALID_FIELD"])
  }

  @Test func oneRuleHoldsOnADay() async throws {
    let city = try await TestCity()
    let first = try await city.allow("noise", in: TestCity.county, days: 3, to: "2026-07-01")
    let refused = try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await city.allow("noise", in: TestCity.county, hours: 4)
    }
    #expect(refused?.metadata["name"] == first.name)
    try await city.allow("noise", in: TestCity.county, days: 2, from: "2026-07-01")
    try await city.allow("noise", in: TestCity.street, days: 2)
    try await city.allow("", in: TestCity.county, days: 4)
    try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await city.allow("", in: TestCity.county, days: 6, from: "2027-01-01")
    }
  }

  @Test func theNearestRuleOfTheCategoryHolds() async throws {
    let city = try await TestCity(at: "2026-03-31")
    try await city.allow("noise", in: "\(TestCity.name)/divisions/370800", days: 8)
    #expect(try await due(city, "noise").serviceLevel == .workingDays(8))
    #expect(try await due(city).serviceLevel == .workingDays(5))
    try await city.allow("noise", in: TestCity.street, days: 2)
    try await city.allow("", in: TestCity.community, days: 1)
    #expect(try await due(city, "noise").serviceLevel == .workingDays(2))
    #expect(try await due(city).serviceLevel == .workingDays(1))
    // 2026-03-02 was a Monday.
    #expect(try await due(city, "noise").date?.text == "2026-03-04")
    try await city.allow("noise", in: TestCity.otherStreet, days: 9)
    #expect(try await due(city, "noise").serviceLevel == .workingDays(2))
  }

  @Test func aRuleCountsFromItsFirstDayToTheDayBeforeItsEnd() async throws {
    let city = try await TestCity(at: "2026-03-31")
    try await city.allow("noise", in: TestCity.county, hours: 12, from: "2026-03-03", to: "2026-03-05")
    #expect(try await due(city, "noise", on: "2026-03-02").serviceLevel == .workingDays(5))
    #expect(try await due(city, "noise", on: "2026-03-03").serviceLevel == .clockHours(12))
    #expect(try await due(city, "noise", on: "2026-03-04T23:59:59").serviceLevel == .clockHours(12))
    #expect(try await due(city, "noise", on: "2026-03-05T00:00:00").serviceLevel == .workingDays(5))
  }

  @Test func urgentCategoriesRunByTheClockUnlessARuleSaysOtherwise() async throws {
    let city = try await TestCity(at: "2026-03-31")
    // A rule for all categories slows none of them down.
    try await city.allow("", in: TestCity.community, days: 7)
    for category in ["lift-entrapment", "gas", "fire", "water"] {
      #expect(try await due(city, category).serviceLevel == .clockHours(2))
    }
    try await city.allow("water", in: TestCity.county, hours: 6)
    try await city.allow("gas", in: TestCity.county, days: 1)
    #expect(try await due(city, "water").serviceLevel == .clockHours(6))
    #expect(try await due(city, "water").overdueTime == (try Timestamp(shanghai: "2026-03-02T16:00:00")))
    #expect(try await due(city, "gas").serviceLevel == .workingDays(1))
    #expect(try await due(city, "fire").serviceLevel == .clockHours(2))
  }

  @Test func theDefaultAndTheWarningAreParameters() async throws {
    let city = try await TestCity(at: "2026-03-31")
    try await city.load("ticket.default_working_days", .integer(10), in: TestCity.county, from: "2026-03-03")
    try await city.load("ticket.warning_working_days", .integer(3), in: TestCity.street, from: "2026-03-03")
    let before = try await due(city, on: "2026-03-02")
    #expect(before.serviceLevel == .workingDays(5))
    #expect(before.warningTime == (try Timestamp(shanghai: "2026-03-06T00:00:00")))
    let after = try await due(city, on: "2026-03-03")
    #expect(after.serviceLevel == .workingDays(10))
    #expect(after.date?.text == "2026-03-17")
    #expect(after.warningTime == (try Timestamp(shanghai: "2026-03-12T00:00:00")))
  }

  @Test func aCorrectedDivisionBringsItsRule() async throws {
    let city = try await TestCity(at: "2026-03-31")
    try await city.allow("", in: TestCity.otherStreet, days: 2)
    let ticket = try await city.create { $0.eventTime = try Timestamp(shanghai: "2026-03-02") }
    let moved = try await city.tickets.updateTicket(
      .with {
        $0.ticket = .with {
          $0.name = ticket.name
          $0.division = TestCity.otherCommunity
        }
      }
    )
    #expect(moved.due?.serviceLevel == .workingDays(2))
    // The caller's row and the history move along, into the scope of whoever sees the ticket.
    #expect(moved.due?.date?.text == "2026-03-04")
  }
}
