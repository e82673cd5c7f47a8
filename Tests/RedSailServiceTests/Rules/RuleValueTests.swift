internal import RedSailModel
internal import RedSailStore
internal import Testing

@testable internal import RedSailService

/// Which value of a parameter holds where and when, as the rules of the service ask for it.
@Suite struct RuleValueTests {
  private func value(
    _ parameter: RuleParameter,
    in division: String,
    of city: TestCity,
    on day: String = "2026-03-01"
  ) async throws -> RuleValue {
    let code = division.hasPrefix(TestCity.rizhao) ? "371100" : "370800"
    let day = try CivilDate(day)
    return try await city.store.read(ReadContext(city: code, scope: .all)) {
      try $0.ruleValue(parameter, in: division, on: day)
    }
  }

  @Test func theNearestDivisionGoesFirstAndLoadedBeforeShipped() async throws {
    let city = try await TestCity()
    let key = RuleParameter.committeeReelectionDays
    // Shandong's 90 days ship; Jining has none of its own.
    #expect(try await value(key, in: TestCity.community, of: city).division == "370000")
    try await city.load(key.rawValue, .integer(75), in: "\(TestCity.name)/divisions/370800")
    #expect(try await value(key, in: TestCity.community, of: city).integer == 75)
    try await city.load(key.rawValue, .integer(70), in: TestCity.street)
    #expect(try await value(key, in: TestCity.community, of: city).integer == 70)
    #expect(try await value(key, in: "370811012001", of: city).integer == 70)
    #expect(try await value(key, in: TestCity.otherCommunity, of: city).integer == 75)
    #expect(try await value(key, in: TestCity.county, of: city).integer == 75)
  }

  @Test func aDeletedValueNoLongerHolds() async throws {
    let city = try await TestCity()
    let key = RuleParameter.ticketDefaultWorkingDays
    let loaded = try await city.load(key.rawValue, .integer(3), in: TestCity.county)
    #expect(try await value(key, in: TestCity.street, of: city).integer == 3)
    _ = try await city.rules.deleteParameter(.with { $0.name = loaded.name })
    #expect(try await value(key, in: TestCity.street, of: city).integer == 5)
    _ = try await city.rules.undeleteParameter(.with { $0.name = loaded.name })
    #expect(try await value(key, in: TestCity.street, of: city).integer == 3)
  }

  @Test func aCityIsNotTouchedByAnothersRules() async throws {
    let city = try await TestCity()
    try await city.addRizhao()
    try await city.load("committee.size.minimum", .integer(7), in: TestCity.county)
    let county = "\(TestCity.rizhao)/divisions/371102"
    #expect(try await value(.committeeSizeMinimum, in: county, of: city).integer == 3)
    #expect(try await value(.committeeChangeFilingDays, in: county, of: city).integer == 15)
    #expect(try await value(.committeeSizeMinimum, in: TestCity.street, of: city).integer == 7)
    #expect(try await value(.committeeSizeMinimum, in: "\(TestCity.name)/divisions/370800", of: city).integer == 5)
  }
}
