internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Takeovers: firm, project and compound fit together.
@Suite struct TakeoverTests {
  static func make(in city: TestCity, _ change: (inout Takeover) -> Void = { _ in }) async throws -> Takeover {
    var takeover = Takeover.with {
      $0.division = TestCity.community
      $0.compound = TestCity.compound
      $0.firm = TestCity.firm
      $0.project = TestCity.project
      $0.takeoverDate = CalendarDate("2014-03-01")
      $0.defects = ["道路破损", "下水不畅"]
      $0.remediedCount = 2
    }
    change(&takeover)
    return try await city.works.improvement.createTakeover(
      .with {
        $0.parent = TestCity.name
        $0.takeover = takeover
      }
    )
  }

  @Test func everythingFitsTogether() async throws {
    let city = try await TestCity()
    let cases: [(String, String, (inout Takeover) -> Void)] = [
      ("takeover.project", "INVALID_FIELD", { $0.firm = TestCity.otherFirm }),
      ("takeover.project", "INVALID_FIELD", { $0.project = TestCity.otherProject }),
      ("takeover.compound", "INVALID_FIELD", { $0.compound = TestCity.otherCompound }),
      ("takeover.takeover_date", "EVENT_TIME_IN_FUTURE", { $0.takeoverDate = CalendarDate("2026-02-01") }),
      ("takeover.remedied_count", "INVALID_FIELD", { $0.remediedCount = 3 }),
    ]
    for (field, reason, change) in cases {
      let refused = try await expectRefusal(.invalidArgument, reason) { try await Self.make(in: city, change) }
      #expect(refused?.fields == [field: reason])
    }
    // The firm's other project manages another compound.
    let second = try await city.works.projects.createProject(
      .with {
        $0.parent = TestCity.name
        $0.project = .with {
          $0.division = TestCity.otherCommunity
          $0.displayName = "另一项目"
          $0.firm = TestCity.firm
          $0.compounds = [TestCity.otherCompound]
        }
      }
    )
    let elsewhere = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.make(in: city) { $0.project = second.name }
    }
    #expect(elsewhere?.fields == ["takeover.project": "INVALID_FIELD"])
    _ = try await Self.make(in: city) { $0.project = "" }
  }

  @Test func theProjectHasNotEndedBefore() async throws {
    let city = try await TestCity()
    _ = try await city.works.projects.updateProject(
      .with {
        $0.project = .with {
          $0.name = TestCity.project
          $0.validTo = CalendarDate("2014-03-01")
        }
      }
    )
    let ended = try await expectRefusal(.failedPrecondition, "PERIOD_OUTSIDE") { try await Self.make(in: city) }
    #expect(ended?.metadata == ["name": TestCity.project])
    _ = try await Self.make(in: city) { $0.takeoverDate = CalendarDate("2014-02-28") }
  }
}
