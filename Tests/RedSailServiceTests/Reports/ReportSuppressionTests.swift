internal import ProtobufRuntime
internal import RPCCore
internal import RPCTransport
internal import RedSailAPI
internal import RedSailService
internal import RedSailStore
internal import Testing

/// Small numbers of persons are shown to the offices that own the records only.
@Suite struct ReportSuppressionTests {
  /// Lets everyone in, in one role.
  private struct RoleAuthorizer: Authorizer {
    let role: Role

    func authorize(_ context: ServerContext, rule: AuthorizationRule) async throws -> Caller {
      var caller = Caller(id: "test", actor: "test", loadsHistory: true)
      caller.roles = [role]
      return caller
    }
  }

  /// The report on events by street, as a role sees it.
  private func events(_ city: TestCity, as role: Role) async throws -> Report {
    let services = try await RedSailServices(store: city.store, authorizer: RoleAuthorizer(role: role)) {
      city.clock.now
    }
    var router = RPCRouter()
    services.register(in: &router)
    return try await ReportServiceClient(InProcessChannel(router: router)).getReport(
      .with {
        $0.name = "\(TestCity.name)/reports/events"
        $0.asOfDate = CalendarDate("2026-01-31")
        $0.byLevel = .street
      }
    )
  }

  @Test func whatIsHiddenDoesNotFollowFromTheRest() async throws {
    let city = try await TestCity()
    try await city.held(.ownersTalk) { $0.attendance = 3 }
    try await city.held(.ownersTalk) {
      $0.division = TestCity.otherCommunity
      $0.attendance = 40
    }
    let seen = try await events(city, as: .dashboard)
    let (first, second) = (seen.row(TestCity.street)["attendance"], seen.row(TestCity.otherStreet)["attendance"])
    #expect(first?.suppressed == true && first?.numerator == 0 && first?.value == nil)
    // Else 43 - 40 would tell it.
    #expect(second?.suppressed == true && second?.numerator == 0)
    #expect(seen.whole["attendance"]?.numerator == 43)
    // Zeros speak of nobody, and events are no persons.
    #expect(seen.row(TestCity.street)["lawyers"]?.suppressed == false)
    #expect(seen.row(TestCity.street)["owners_talks"]?.numerator == 1)
    #expect(seen.figures.first { $0.key == "attendance" }?.aboutPersons == true)
    #expect(seen.figures.first { $0.key == "owners_talks" }?.aboutPersons == false)
    for role in [Role.streetOffice, .communityOffice, .organisationDepartment] {
      #expect(try await events(city, as: role).row(TestCity.street)["attendance"]?.numerator == 3)
    }
    for role in [Role.firm, .housingBureau, .ownerChannel, .gridApp] {
      #expect(try await events(city, as: role).row(TestCity.street)["attendance"]?.suppressed == true)
    }
  }

  @Test func theThresholdIsTheCitysParameter() async throws {
    let city = try await TestCity()
    try await city.held(.ownersTalk) { $0.attendance = 6 }
    #expect(try await events(city, as: .dashboard).whole["attendance"]?.numerator == 6)
    _ = try await RuleServiceClient(city.channel).createParameter(
      .with {
        $0.parent = TestCity.name
        $0.parameter = .with {
          $0.division = "\(TestCity.name)/divisions/370800"
          $0.key = "report.suppression_threshold"
          $0.value = .with { $0.kind = .integer(10) }
          $0.source = "济宁市统计数据发布规定"
          $0.validFrom = CalendarDate("2025-01-01")
        }
      }
    )
    let seen = try await events(city, as: .dashboard)
    #expect(seen.whole["attendance"]?.suppressed == true)
    #expect(seen.row(TestCity.street)["attendance"]?.suppressed == true)
  }
}
