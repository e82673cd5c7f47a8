internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// The story of a compound, after that of 港烟小区: built more than thirty years ago, a firm since 2014, full of problems then
/// and a model now.
@Suite struct CompoundHistoryTests {
  private static let compound = "\(TestCity.name)/compounds/gangyan"
  private static let project = "\(TestCity.name)/projects/gangyan"

  private static func build(in city: TestCity) async throws {
    let works = city.works
    _ = try await works.compounds.createCompound(
      .with {
        $0.parent = TestCity.name
        $0.compoundID = "gangyan"
        $0.compound = .with {
          $0.division = TestCity.community
          $0.displayName = "港烟小区"
          $0.buildYear = 1993
          $0.oldCompound = true
        }
      }
    )
    _ = try await works.projects.createProject(
      .with {
        $0.parent = TestCity.name
        $0.projectID = "gangyan"
        $0.project = .with {
          $0.division = TestCity.community
          $0.displayName = "港烟小区项目"
          $0.firm = TestCity.firm
          $0.compounds = [Self.compound]
          $0.validFrom = CalendarDate("2014-04-01")
        }
      }
    )
    _ = try await TakeoverTests.make(in: city) {
      $0.compound = Self.compound
      $0.project = Self.project
      $0.takeoverDate = CalendarDate("2014-03-01")
      $0.previousManagement = "单位后勤自管"
      $0.defects = ["道路破损", "下水不畅", "空中飞线"]
    }
    _ = try await works.committees.createCommittee(
      .with {
        $0.parent = TestCity.name
        $0.committee = .with {
          $0.division = TestCity.community
          $0.displayName = "港烟小区物业管理委员会"
          $0.kind = .propertyManagement
          $0.compounds = [Self.compound]
          $0.validFrom = CalendarDate("2020-09-01")
          $0.validTo = CalendarDate("2025-09-01")
        }
      }
    )
    let renovation = try await RenovationTests.make(in: city) {
      $0.displayName = "港烟小区改造"
      $0.compounds = [Self.compound]
      $0.year = 2021
      $0.contents = ["雨污分流", "线缆入地"]
    }
    for (action, day) in [
      ("DECIDE_MODE", "2021-02-01"), ("APPROVE", "2021-03-01"), ("START", "2021-04-01"), ("COMPLETE", "2021-10-31"),
    ] {
      try await RenovationTests.act(action, on: renovation.name, at: day, in: city)
    }
    try await honour("示范样板小区", .modelCompound, .city, Self.compound, 2023, in: city)
    try await honour("质量标杆", .qualityBenchmark, .province, Self.project, 2024, in: city)
    for (day, satisfied) in [("2015-12-01", Int32(122)), ("2019-12-01", 170), ("2024-12-01", 197)] {
      _ = try await works.recognition.createSatisfactionSurvey(
        .with {
          $0.parent = TestCity.name
          $0.satisfactionSurvey = .with {
            $0.division = TestCity.community
            $0.subject = Self.compound
            $0.surveyDate = CalendarDate(day)
            $0.respondentCount = 200
            $0.satisfiedCount = satisfied
          }
        }
      )
    }
    _ = try await city.party.createPartyOrganisation(
      .with {
        $0.parent = TestCity.name
        $0.partyOrganisation = .with {
          $0.division = TestCity.community
          $0.displayName = "港烟小区党支部"
          $0.kind = .branch
          $0.sphere = .compound
          $0.links = [
            .with {
              $0.subject = Self.compound
              $0.validFrom = CalendarDate("2019-07-01")
            }
          ]
        }
      }
    )
  }

  private static func honour(
    _ name: String,
    _ kind: Honour.Kind,
    _ level: Honour.Level,
    _ subject: String,
    _ year: Int32,
    in city: TestCity
  ) async throws {
    _ = try await city.works.recognition.createHonour(
      .with {
        $0.parent = TestCity.name
        $0.honour = .with {
          $0.division = TestCity.community
          $0.displayName = name
          $0.kind = kind
          $0.level = level
          $0.subject = subject
          $0.year = year
        }
      }
    )
  }

  private static func history(in city: TestCity, of compound: String = compound) async throws
    -> GetCompoundHistoryResponse
  {
    try await city.works.compounds.getCompoundHistory(.with { $0.name = compound })
  }

  @Test func theStoryIsToldFromTheOldestOn() async throws {
    let city = try await TestCity()
    try await Self.build(in: city)
    let history = try await Self.history(in: city)
    #expect(history.compound?.displayName == "港烟小区" && !history.truncated)
    #expect(
      history.entries.map { "\($0.date?.text ?? "") \($0.kind)" } == [
        "1993-01-01 built", "2014-03-01 takeover", "2014-04-01 project", "2015-12-01 satisfaction",
        "2019-07-01 branch", "2019-12-01 satisfaction", "2020-09-01 committee", "2021-04-01 renovation",
        "2023-01-01 honour", "2024-01-01 honour", "2024-12-01 satisfaction",
      ]
    )
    let takeover = try #require(history.entries.first { $0.kind == .takeover })
    #expect(takeover.defects == ["道路破损", "下水不畅", "空中飞线"])
    #expect(takeover.summary.contains("单位后勤自管") && takeover.summary.contains("3项"))
    #expect(history.entries.compactMap(\.satisfiedPercent) == [61, 85, 98.5])
    let renovation = try #require(history.entries.first { $0.kind == .renovation })
    // The end is exclusive: the works lasted up to 10-31.
    #expect(renovation.endDate?.text == "2021-11-01" && renovation.summary.contains("雨污分流"))
    #expect(history.entries.first { $0.kind == .committee }?.endDate?.text == "2025-09-01")
    #expect(history.entries.filter { $0.kind == .honour }.map(\.summary) == ["获市级“示范样板小区”", "获省级“质量标杆”"])
    #expect(history.entries.allSatisfy { !$0.summary.isEmpty && !$0.subject.isEmpty })
  }

  @Test func deletedRecordsAndOtherCompoundsAreNotPartOfIt() async throws {
    let city = try await TestCity()
    try await Self.build(in: city)
    let before = try await Self.history(in: city).entries
    let honour = try #require(before.first { $0.kind == .honour }?.subject)
    _ = try await city.works.recognition.deleteHonour(.with { $0.name = honour })
    let after = try await Self.history(in: city).entries
    #expect(after == before.filter { $0.subject != honour })
    // A compound without year or date has what it has: a project since before the records begin.
    let other = try await Self.history(in: city, of: TestCity.otherCompound)
    #expect(other.entries.map(\.subject) == [TestCity.otherProject])
    #expect(other.entries.first?.date == nil)
    try await expectRefusal(.notFound, "NOT_FOUND") {
      try await Self.history(in: city, of: "\(TestCity.name)/compounds/none")
    }
    try await expectRefusal(.invalidArgument, "INVALID_NAME") { try await Self.history(in: city, of: TestCity.project) }
  }

  @Test func aProjectWithoutADateStandsBehindTheBuilding() async throws {
    let city = try await TestCity()
    _ = try await city.works.compounds.updateCompound(
      .with {
        $0.compound = .with {
          $0.name = TestCity.compound
          $0.buildYear = 1999
        }
      }
    )
    _ = try await TakeoverTests.make(in: city)
    let history = try await Self.history(in: city, of: TestCity.compound)
    #expect(history.entries.map(\.kind) == [.built, .project, .takeover])
  }
}
