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

  private func channel(as role: Role, _ store: SQLiteStore, _ clock: TestClock) async throws -> InProcessChannel {
    let services = try await RedSailServices(store: store, authorizer: RoleAuthorizer(role: role)) { clock.now }
    var router = RPCRouter()
    services.register(in: &router)
    return InProcessChannel(router: router)
  }

  /// A report as a role sees it.
  private func report(
    _ key: String,
    as role: Role,
    _ store: SQLiteStore,
    _ clock: TestClock,
    _ change: (inout GetReportRequest) -> Void
  ) async throws -> Report {
    let channel = try await channel(as: role, store, clock)
    return try await ReportServiceClient(channel).getReport(
      .with {
        $0.name = "\(TestCity.name)/reports/\(key)"
        change(&$0)
      }
    )
  }

  /// The report on events by street, or as asked, as a role sees it.
  private func events(
    _ city: TestCity,
    as role: Role = .dashboard,
    by level: Division.Level = .street,
    of division: String = ""
  ) async throws -> Report {
    try await report("events", as: role, city.store, city.clock) {
      $0.asOfDate = CalendarDate("2026-01-31")
      $0.byLevel = level
      $0.division = division
    }
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

  @Test func anotherDivisionsQuestionDoesNotTellItEither() async throws {
    let city = try await TestCity()
    try await city.held(.ownersTalk) { $0.attendance = 3 }
    try await city.held(.ownersTalk) {
      $0.division = TestCity.otherCommunity
      $0.attendance = 40
    }
    #expect(try await events(city).whole["attendance"]?.numerator == 43)
    // 43 less the other street's own number would be the 3, and so would its only community's.
    let alone = try await events(city, by: .unspecified, of: TestCity.otherStreet)
    #expect(alone.row(TestCity.otherStreet)["attendance"]?.suppressed == true)
    let parts = try await events(city, by: .community, of: TestCity.otherStreet)
    #expect(parts.row(TestCity.otherStreet)["attendance"]?.suppressed == true)
    #expect(parts.row(TestCity.otherCommunity)["attendance"]?.suppressed == true)
    #expect(parts.row(TestCity.otherCommunity)["owners_talks"]?.numerator == 1)
  }

  @Test func anotherLevelsQuestionDoesNotTellItEither() async throws {
    let city = try await TestCity()
    let third = "\(TestCity.name)/divisions/370811013002"
    _ = try await city.divisions.createDivision(
      .with {
        $0.parent = TestCity.name
        $0.divisionID = "370811013002"
        $0.division = .with {
          $0.code = "370811013002"
          $0.level = .community
          $0.displayName = "第三社区"
          $0.parentDivision = TestCity.otherStreet
        }
      }
    )
    for (community, count) in [(TestCity.community, Int32(46)), (TestCity.otherCommunity, 3), (third, 30)] {
      try await city.held(.ownersTalk) {
        $0.division = community
        $0.attendance = count
      }
    }
    let streets = try await events(city)
    #expect(streets.row(TestCity.otherStreet)["attendance"]?.numerator == 33)
    // The street's 33 are shown: so the 30 cannot be.
    let communities = try await events(city, by: .community)
    #expect(communities.row(TestCity.otherCommunity)["attendance"]?.suppressed == true)
    #expect(communities.row(third)["attendance"]?.suppressed == true)
    #expect(communities.row(TestCity.community)["attendance"]?.numerator == 46)
  }

  @Test func figuresThatAddUpDoNotTellASmallOneAmongThem() async throws {
    try await TestService.withPlace(.jining) { service in
      let place = Place.jining
      try await service.makeElection(place)
      for number in 1...17 {
        try await service.propose(place, number, partyMember: number <= 3) {
          if (4...9).contains(number) { $0.category = .buildingHead }
        }
      }
      func vetting() async throws -> [String: Report.Figure] {
        try await report("vetting", as: .dashboard, service.store, service.clock) { _ in }.whole
      }
      // 17 in all, less 6 and 8, would be the 3 party members.
      let before = try await vetting()
      #expect(before["candidates_vetted"]?.parts == [0, 17])
      for category in ["party_owners", "building_heads", "other_owners"] {
        #expect(before[category]?.suppressed == true, "\(category)")
      }
      for number in 1...7 { try await service.vet(place, number, number <= 5 ? .approved : .rejected) }
      let after = try await vetting()
      #expect(after["candidates_vetted"]?.parts == [7, 17])
      // Five were approved of seven: it would tell of the two who were not.
      #expect(after["candidates_approved"]?.suppressed == true)
      for number in 8...14 { try await service.vet(place, number) }
      // And three of 17 have no decision.
      #expect(try await vetting()["candidates_vetted"]?.suppressed == true)
    }
  }

  @Test func theScoreboardHidesWhatTheArticleDoesNotPublish() async throws {
    let city = try await TestCity()
    for (id, kind) in [("head", Appointment.Kind.headToCompoundBranch), ("supervisor", .supervisorOfFirm)] {
      let toBranch = kind == .headToCompoundBranch
      let organisation = try await city.party.createPartyOrganisation(
        .with {
          $0.parent = TestCity.name
          $0.partyOrganisation = .with {
            $0.division = TestCity.community
            $0.displayName = id
            $0.kind = .branch
            $0.sphere = toBranch ? .compound : .community
          }
        }
      ).name
      _ = try await PersonnelServiceClient(city.channel).createAppointment(
        .with {
          $0.parent = TestCity.name
          $0.appointment = .with {
            $0.division = TestCity.community
            $0.kind = kind
            $0.person = .with { $0.reference = id }
            $0.fromOrganisation = toBranch ? TestCity.firm : organisation
            $0.toOrganisation = toBranch ? organisation : TestCity.firm
            $0.validFrom = CalendarDate("2025-03-01")
          }
        }
      )
    }
    func board(as role: Role) async throws -> [String: Scoreboard.Row] {
      let channel = try await channel(as: role, city.store, city.clock)
      let board = try await ScoreboardServiceClient(channel).getScoreboard(
        .with { $0.name = "\(TestCity.name)/scoreboard" }
      )
      return Dictionary(uniqueKeysWithValues: board.rows.map { ($0.key, $0) })
    }
    let seen = try await board(as: .dashboard)
    let head = seen["heads_in_compound_branches"]
    #expect(head?.suppressed == true && head?.computed == nil && head?.numerator == nil && head?.notMeasured == false)
    #expect(seen["supervisors_of_firms"]?.computed == 1 && seen["supervisors_of_firms"]?.suppressed == false)
    #expect(try await board(as: .streetOffice)["heads_in_compound_branches"]?.computed == 1)
  }
}
