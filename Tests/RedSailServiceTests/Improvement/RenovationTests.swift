internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Renovations: no approval before the owners have decided how the compound will be managed (先决条件).
@Suite struct RenovationTests {
  static let table = ActionTable(
    """
    state        DECIDE_MODE APPROVE START COMPLETE CANCEL
    PLANNED      x           .       .     .        x
    MODE_DECIDED x           x       .     .        x
    APPROVED     .           .       x     .        x
    UNDERWAY     .           .       .     x        .
    COMPLETED    .           .       .     .        .
    CANCELLED    .           .       .     .        .
    """
  )
  /// How each state is reached.
  private static let ways = [
    "PLANNED": [], "MODE_DECIDED": ["DECIDE_MODE"], "APPROVED": ["DECIDE_MODE", "APPROVE"],
    "UNDERWAY": ["DECIDE_MODE", "APPROVE", "START"], "COMPLETED": ["DECIDE_MODE", "APPROVE", "START", "COMPLETE"],
    "CANCELLED": ["CANCEL"],
  ]
  private static let targets: [String: RenovationProject.State] = [
    "DECIDE_MODE": .modeDecided, "APPROVE": .approved, "START": .underway, "COMPLETE": .completed,
    "CANCEL": .cancelled,
  ]

  @Test(arguments: table.cells) func onlyTheTableIsAllowed(_ cell: ActionTable.Cell) async throws {
    let city = try await TestCity()
    let project = try await Self.make(in: city)
    for action in Self.ways[cell.state] ?? [] { try await Self.act(action, on: project.name, in: city) }
    guard cell.isAllowed else {
      let isUnmet = cell.state == "PLANNED" && cell.action == "APPROVE"
      let refused = try await expectRefusal(
        .failedPrecondition,
        isUnmet ? "CONDITION_UNMET" : "ACTION_NOT_ALLOWED"
      ) {
        try await Self.act(cell.action, on: project.name, in: city)
      }
      if isUnmet {
        #expect(refused?.metadata == ["condition": "management_mode"])
      } else {
        #expect(refused?.metadata["state"] == cell.state)
        #expect(refused?.metadata["allowed_states"] == Self.table.states(allowing: cell.action).joined(separator: ", "))
        #expect(refused?.metadata["allowed_actions"] == Self.table.actions(in: cell.state).joined(separator: ", "))
      }
      return
    }
    let after = try await Self.act(cell.action, on: project.name, in: city)
    #expect(after.state == Self.targets[cell.action])
  }

  static func make(
    _ id: String = "",
    in city: TestCity,
    _ change: (inout RenovationProject) -> Void = { _ in }
  ) async throws -> RenovationProject {
    var project = RenovationProject.with {
      $0.division = TestCity.street
      $0.displayName = "小区改造"
      $0.compounds = [TestCity.compound]
      $0.year = 2025
    }
    change(&project)
    return try await city.works.improvement.createRenovationProject(
      .with {
        $0.parent = TestCity.name
        $0.renovationProjectID = id
        $0.renovationProject = project
      }
    )
  }

  @discardableResult
  static func act(_ action: String, on name: String, at day: String = "2026-01-20", in city: TestCity) async throws
    -> RenovationProject
  {
    let improvement = city.works.improvement
    switch action {
    case "DECIDE_MODE":
      return try await improvement.decideManagementMode(
        .with {
          $0.name = name
          $0.mode = .firm
          $0.date = CalendarDate(day)
          $0.basis = "业主大会会议纪要"
        }
      )
    case "APPROVE":
      return try await improvement.approveRenovationProject(
        .with {
          $0.name = name
          $0.date = CalendarDate(day)
        }
      )
    case "START":
      return try await improvement.startRenovationProject(
        .with {
          $0.name = name
          $0.date = CalendarDate(day)
        }
      )
    case "COMPLETE":
      return try await improvement.completeRenovationProject(
        .with {
          $0.name = name
          $0.date = CalendarDate(day)
        }
      )
    default:
      return try await improvement.cancelRenovationProject(
        .with {
          $0.name = name
          $0.date = CalendarDate(day)
          $0.reason = "列入拆迁范围"
        }
      )
    }
  }

  @Test func eachDayIsKeptAndNoneLiesBeforeTheOneBefore() async throws {
    let city = try await TestCity()
    let name = try await Self.make(in: city) { $0.state = .approved }.name
    try await Self.act("DECIDE_MODE", on: name, at: "2025-06-10", in: city)
    let early = try await expectRefusal(.failedPrecondition, "EVENT_TIME_BEFORE_LAST") {
      try await Self.act("APPROVE", on: name, at: "2025-06-09", in: city)
    }
    #expect(early?.metadata == ["last_event_time": "2025-06-10"])
    try await Self.act("APPROVE", on: name, at: "2025-06-10", in: city)
    try await Self.act("START", on: name, at: "2025-07-01", in: city)
    let future = try await expectRefusal(.invalidArgument, "EVENT_TIME_IN_FUTURE") {
      try await Self.act("COMPLETE", on: name, at: "2026-02-01", in: city)
    }
    #expect(future?.fields == ["date": "EVENT_TIME_IN_FUTURE"])
    let done = try await Self.act("COMPLETE", on: name, at: "2026-01-31", in: city)
    #expect(done.managementMode == .firm && done.modeBasis == "业主大会会议纪要")
    #expect(
      [done.modeDecidedDate, done.approvedDate, done.startedDate, done.completedDate].map { $0?.text } == [
        "2025-06-10", "2025-06-10", "2025-07-01", "2026-01-31",
      ]
    )
  }

  @Test func aDecisionRestsOnSomething() async throws {
    let city = try await TestCity()
    let name = try await Self.make(in: city).name
    let bare = try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await city.works.improvement.decideManagementMode(.with { $0.name = name })
    }
    #expect(bare?.fields == ["mode": "REQUIRED_FIELD", "date": "REQUIRED_FIELD", "basis": "REQUIRED_FIELD"])
    let vote = try await Self.vote(for: 40, of: 100, compound: TestCity.compound, in: city)
    #expect(!vote.passed)
    let failed = try await expectRefusal(.failedPrecondition, "CONDITION_UNMET") {
      try await Self.decide(name, by: vote.name, in: city)
    }
    #expect(failed?.metadata == ["condition": "owners_vote.passed"])
    let unknown = try await expectRefusal(.failedPrecondition, "REFERENCE_NOT_FOUND") {
      try await Self.decide(name, by: "\(TestCity.name)/ownersVotes/none", in: city)
    }
    #expect(unknown?.metadata["field"] == "owners_vote")
  }

  static func decide(_ name: String, by vote: String, on day: String = "2026-01-20", in city: TestCity) async throws
    -> RenovationProject
  {
    try await city.works.improvement.decideManagementMode(
      .with {
        $0.name = name
        $0.mode = .firm
        $0.date = CalendarDate(day)
        $0.ownersVote = vote
      }
    )
  }

  /// A vote of 2026-01-10 on the firm, in a service area of its own.
  static func vote(for heads: Int64, of all: Int64, compound: String, in city: TestCity) async throws -> OwnersVote {
    let place = compound == TestCity.compound ? TestCity.community : TestCity.otherCommunity
    let area = try await city.works.serviceAreas.createServiceArea(
      .with {
        $0.parent = TestCity.name
        $0.serviceArea = .with {
          $0.division = place
          $0.displayName = "物业服务区域"
          $0.compounds = [compound]
        }
      }
    )
    return try await city.works.committees.createOwnersVote(
      .with {
        $0.parent = TestCity.name
        $0.ownersVote = .with {
          $0.division = place
          $0.displayName = "选聘物业服务企业"
          $0.serviceArea = area.name
          $0.matter = .firm
          $0.voteDate = CalendarDate("2026-01-10")
          $0.result = .with {
            $0.totalHeads = all
            $0.totalAreaHundredths = all * 10_000
            $0.participatingHeads = all
            $0.participatingAreaHundredths = all * 10_000
            $0.forHeads = heads
            $0.forAreaHundredths = heads * 10_000
          }
        }
      }
    )
  }

  @Test func theCompoundsAreThereOnceInTheDivisionAndFixedOnceDecided() async throws {
    let city = try await TestCity()
    let outside = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.make(in: city) { $0.compounds = [TestCity.compound, TestCity.otherCompound] }
    }
    #expect(outside?.fields == ["renovation_project.compounds[1]": "INVALID_FIELD"])
    let twice = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.make(in: city) { $0.compounds = [TestCity.compound, TestCity.compound] }
    }
    #expect(twice?.fields == ["renovation_project.compounds[1]": "INVALID_FIELD"])
    let project = try await Self.make(in: city) { $0.division = TestCity.county }
    func change() async throws -> RenovationProject {
      try await city.works.improvement.updateRenovationProject(
        .with {
          $0.renovationProject = .with {
            $0.name = project.name
            $0.compounds = [TestCity.compound, TestCity.otherCompound]
          }
        }
      )
    }
    #expect(try await change().compounds.count == 2)
    try await Self.act("DECIDE_MODE", on: project.name, in: city)
    // The same list again changes nothing.
    _ = try await change()
    let fixed = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await city.works.improvement.updateRenovationProject(
        .with {
          $0.renovationProject = .with {
            $0.name = project.name
            $0.compounds = [TestCity.compound]
          }
        }
      )
    }
    #expect(fixed?.fields == ["renovation_project.compounds": "INVALID_FIELD"])
  }
}
