internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// What may be loaded as a value of a parameter, and what callers are told of those that hold.
@Suite struct ParameterTests {
  @Test(arguments: [
    ("committee.size.smallest", ParameterValue.Kind.integer(5), "key"),
    ("committee.size.minimum", .boolean(true), "value"),
    ("committee.size.minimum", .integer(0), "value"),
    ("committee.size.odd", .integer(1), "value"),
    ("election.special", .integer(75), "value"),
    ("election.special", .fraction(.with { ($0.numerator, $0.denominator) = (4, 3) }), "value"),
    ("election.special", .fraction(.with { ($0.numerator, $0.denominator) = (3, 0) }), "value"),
  ])
  func aValueIsOfItsParametersTypeAndRange(_ key: String, _ value: ParameterValue.Kind, _ field: String) async throws {
    let city = try await TestCity()
    let refused = try await expectRefusal(.invalidArgument, "INVALID_PARAMETER") {
      try await city.load(key, value, in: TestCity.county)
    }
    #expect(refused?.fields == ["parameter.\(field)": "INVALID_PARAMETER"])
    #expect(refused?.metadata["key"] == key)
    #expect(refused?.metadata["expected"]?.isEmpty == false)
  }

  @Test func aValueAndItsSourceAreRequired() async throws {
    let city = try await TestCity()
    let unsourced = try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await city.load("committee.size.minimum", .integer(5), in: TestCity.county) { $0.source = " " }
    }
    #expect(unsourced?.fields == ["parameter.source": "REQUIRED_FIELD"])
    let empty = try await expectRefusal(.invalidArgument, "INVALID_PARAMETER") {
      try await city.load("committee.size.minimum", .integer(5), in: TestCity.county) { $0.value = ParameterValue() }
    }
    #expect(empty?.metadata["expected"] == "a whole number from 1 to 99")
  }

  @Test func oneValueHoldsOnADay() async throws {
    let city = try await TestCity()
    let key = "ticket.default_working_days"
    let first = try await city.load(key, .integer(4), in: TestCity.county, to: "2026-07-01")
    let refused = try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await city.load(key, .integer(3), in: TestCity.county, from: "2026-06-30")
    }
    #expect(refused?.metadata["name"] == first.name)
    let second = try await city.load(key, .integer(3), in: TestCity.county, from: "2026-07-01")
    try await city.load(key, .integer(2), in: TestCity.street)
    try await city.load("ticket.warning_working_days", .integer(2), in: TestCity.county)
    // Neither a longer period nor a restored record brings a second value in.
    try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await city.rules.updateParameter(
        .with {
          $0.parameter = .with {
            $0.name = second.name
            $0.validFrom = CalendarDate("2026-06-01")
          }
        }
      )
    }
    _ = try await city.rules.deleteParameter(.with { $0.name = first.name })
    try await city.load(key, .integer(1), in: TestCity.county, from: "2026-06-01", to: "2026-07-01")
    try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await city.rules.undeleteParameter(.with { $0.name = first.name })
    }
  }

  @Test func callersSeeEveryParameterWithItsSource() async throws {
    let city = try await TestCity()
    let loaded = try await city.load("committee.minimum_party_percent", .integer(65), in: TestCity.county) {
      $0.sourceURL = "https://example.org/65"
    }
    let all = try await city.resolve().parameters
    #expect(Set(all.map(\.key)).count == all.count)
    #expect(all.allSatisfy { !$0.source.isEmpty && !$0.displayName.isEmpty && !$0.localizedName.isEmpty })
    #expect(all.allSatisfy { $0.value?.kind != nil && !$0.unit.isEmpty && !$0.divisionCode.isEmpty })
    let percent = try #require(all.first { $0.key == "committee.minimum_party_percent" })
    #expect(percent.value?.kind == .integer(65))
    #expect(percent.parameter == loaded.name)
    #expect(percent.divisionCode == "370811")
    #expect(percent.sourceURL == "https://example.org/65")
    let whole = try await city.resolve("committee.minimum_party_percent", in: "\(TestCity.name)/divisions/370800")
    #expect(whole.parameters.map(\.value?.kind) == [.integer(60)])
    #expect(whole.parameters.map(\.parameter) == [""])
    #expect(whole.parameters.first?.source.contains("60%") == true)
  }

  @Test func eachCityHasItsOwnAndAParameterBeginsOnItsDay() async throws {
    let city = try await TestCity()
    try await city.addRizhao()
    let rizhao = "\(TestCity.rizhao)/divisions/371102"
    func values(_ division: String, on day: String) async throws -> [ParameterValue.Kind?] {
      try await city.resolve("committee.size.minimum", "committee.reelection.days_before_expiry", in: division, on: day)
        .parameters.map(\.value?.kind)
    }
    #expect(try await values(TestCity.county, on: "2026-03-01") == [.integer(5), .integer(90)])
    #expect(try await values(rizhao, on: "2026-03-01") == [.integer(3), .integer(60)])
    try await city.load("committee.size.minimum", .integer(5), in: rizhao, from: "2026-04-01")
    #expect(try await values(rizhao, on: "2026-03-31") == [.integer(3), .integer(60)])
    #expect(try await values(rizhao, on: "2026-04-01") == [.integer(5), .integer(60)])
    #expect(try await values(TestCity.county, on: "2026-04-01") == [.integer(5), .integer(90)])
  }

  @Test func whatCannotBeResolvedIsRefused() async throws {
    let city = try await TestCity()
    let unknown = try await expectRefusal(.invalidArgument, "INVALID_PARAMETER") {
      try await city.resolve("committee.size.minimum", "committee.size")
    }
    #expect(unknown?.fields == ["keys[1]": "INVALID_PARAMETER"])
    try await expectRefusal(.failedPrecondition, "REFERENCE_NOT_FOUND") {
      try await city.resolve(in: "\(TestCity.name)/divisions/370899")
    }
    try await expectRefusal(.notFound, "NOT_FOUND") { try await city.resolve(in: "cities/371100/divisions/371100") }
  }

  @Test func organisationsAreWarnedOfByTheParameter() async throws {
    let city = try await TestCity()
    func branch(members: Int32) async throws -> [RuleWarning] {
      try await city.party.createPartyOrganisation(
        .with {
          $0.parent = TestCity.name
          $0.partyOrganisation = .with {
            $0.division = TestCity.street
            $0.displayName = "党支部"
            $0.kind = .branch
            $0.sphere = .firm
            $0.fullMemberCount = members
          }
        }
      ).warnings
    }
    #expect(try await branch(members: 3).isEmpty)
    try await city.load("organisation.branch.minimum_members", .integer(7), in: TestCity.county)
    #expect(try await branch(members: 7).isEmpty)
    let warnings = try await branch(members: 6)
    #expect(warnings.map(\.reason) == ["RULE_BREACHED"])
    #expect(warnings.map(\.field) == ["full_member_count"])
    #expect(warnings.first?.message.contains("organisation.branch.minimum_members = 7 in 370811") == true)
  }
}
