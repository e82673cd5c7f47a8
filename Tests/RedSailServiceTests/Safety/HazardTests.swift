internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Hazards: found, ordered, remedied, verified by another.
@Suite struct HazardTests {
  static let table = ActionTable(
    """
    state    ORDER REMEDY VERIFY REJECT
    FOUND    x     .      .      .
    ORDERED  .     x      .      .
    REMEDIED .     .      x      x
    VERIFIED .     .      .      .
    """
  )
  private static let way = ["ORDER", "REMEDY", "VERIFY"]

  @Test(arguments: table.cells) func onlyTheTableIsAllowed(_ cell: ActionTable.Cell) async throws {
    let city = try await TestCity()
    let hazard = try await Self.make(in: city)
    let states = ["FOUND", "ORDERED", "REMEDIED", "VERIFIED"]
    for action in Self.way.prefix(states.firstIndex(of: cell.state) ?? 0) {
      _ = try await Self.act(action, on: hazard.name, in: city)
    }
    guard cell.isAllowed else {
      let refused = try await expectRefusal(.failedPrecondition, "ACTION_NOT_ALLOWED") {
        try await Self.act(cell.action, on: hazard.name, in: city)
      }
      #expect(refused?.metadata["state"] == cell.state)
      #expect(refused?.metadata["action"] == cell.action)
      #expect(refused?.metadata["allowed_states"] == Self.table.states(allowing: cell.action).joined(separator: ", "))
      #expect(refused?.metadata["allowed_actions"] == Self.table.actions(in: cell.state).joined(separator: ", "))
      return
    }
    let after = try await Self.act(cell.action, on: hazard.name, in: city)
    let expected: Hazard.State =
      switch cell.action {
      case "REMEDY": .remedied
      case "VERIFY": .verified
      default: .ordered
      }
    #expect(after.state == expected)
  }

  private static func make(
    in city: TestCity,
    _ change: (inout Hazard) -> Void = { _ in }
  ) async throws -> Hazard {
    var hazard = Hazard.with {
      $0.division = TestCity.community
      $0.displayName = "3号楼前空中飞线"
      $0.kind = .overheadWires
      $0.severity = .general
      $0.compound = TestCity.compound
      $0.project = TestCity.project
      $0.foundDate = CalendarDate("2026-01-05")
    }
    change(&hazard)
    return try await city.works.safety.createHazard(
      .with {
        $0.parent = TestCity.name
        $0.hazard = hazard
      }
    )
  }

  @discardableResult
  private static func act(_ action: String, on name: String, in city: TestCity) async throws -> Hazard {
    switch action {
    case "ORDER": try await order(name, by: "2026-02-20", in: city)
    case "REMEDY": try await remedy(name, on: "2026-01-31", in: city)
    case "VERIFY": try await verify(name, on: "2026-01-31", in: city)
    default: try await reject(name, on: "2026-01-31", newDay: "2026-02-28", in: city)
    }
  }

  private static func order(_ name: String, by day: String, in city: TestCity) async throws -> Hazard {
    try await city.works.safety.orderHazard(
      .with {
        $0.name = name
        $0.dueDate = CalendarDate(day)
      }
    )
  }

  private static func remedy(_ name: String, on day: String, by person: String = "m-1", in city: TestCity) async throws
    -> Hazard
  {
    try await city.works.safety.remedyHazard(
      .with {
        $0.name = name
        $0.actor = .person(person)
        $0.date = CalendarDate(day)
        $0.remedy = "线缆入地"
      }
    )
  }

  private static func verify(_ name: String, on day: String, by person: String = "s-1", in city: TestCity) async throws
    -> Hazard
  {
    try await city.works.safety.verifyHazard(
      .with {
        $0.name = name
        $0.actor = .person(person)
        $0.date = CalendarDate(day)
        $0.passed = true
      }
    )
  }

  private static func reject(
    _ name: String,
    on day: String,
    newDay: String,
    by person: String = "s-1",
    in city: TestCity
  ) async throws -> Hazard {
    try await city.works.safety.verifyHazard(
      .with {
        $0.name = name
        $0.actor = .person(person)
        $0.date = CalendarDate(day)
        $0.dueDate = CalendarDate(newDay)
        $0.reason = "仍有两处未入地"
      }
    )
  }

  @Test func aFailedVerificationGoesBackWithANewDay() async throws {
    let city = try await TestCity()
    let found = try await Self.make(in: city) { $0.state = .verified }
    #expect(found.state == .found)
    let ordered = try await Self.order(found.name, by: "2026-01-31", in: city)
    #expect(ordered.dueDate?.text == "2026-01-31" && ordered.orderedDate?.text == "2026-01-31")
    let remedied = try await Self.remedy(found.name, on: "2026-01-31", in: city)
    #expect(remedied.remedy == "线缆入地" && remedied.remediedBy?.reference == "m-1")
    let rejected = try await Self.reject(found.name, on: "2026-01-31", newDay: "2026-02-10", in: city)
    #expect(rejected.state == .ordered && rejected.dueDate?.text == "2026-02-10")
    #expect(rejected.remediedDate == nil && rejected.remediedBy == nil && rejected.remedy.isEmpty)
    #expect(rejected.rejectionReason == "仍有两处未入地" && rejected.verifiedBy == nil)
    city.clock.advance(seconds: 86_400)
    _ = try await Self.remedy(found.name, on: "2026-02-01", by: "m-2", in: city)
    let verified = try await Self.verify(found.name, on: "2026-02-01", by: "m-1", in: city)
    #expect(verified.state == .verified && verified.rejectionReason.isEmpty)
    #expect(verified.verifiedDate?.text == "2026-02-01" && verified.verifiedBy?.reference == "m-1")
    let listed = try await city.works.safety.listHazards(
      .with {
        $0.parent = TestCity.name
        $0.filter = "state = VERIFIED AND kind = OVERHEAD_WIRES"
      }
    )
    #expect(listed.hazards == [verified])
  }

  @Test func whoRemediesDoesNotVerify() async throws {
    let city = try await TestCity()
    let name = try await Self.make(in: city).name
    _ = try await Self.act("ORDER", on: name, in: city)
    _ = try await Self.act("REMEDY", on: name, in: city)
    let verifies = try await expectRefusal(.failedPrecondition, "SAME_PERSON") {
      try await Self.verify(name, on: "2026-01-31", by: "m-1", in: city)
    }
    #expect(verifies?.metadata == ["field": "actor"])
    _ = try await expectRefusal(.failedPrecondition, "SAME_PERSON") {
      try await Self.reject(name, on: "2026-01-31", newDay: "2026-02-28", by: "m-1", in: city)
    }
    let nobody = try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await city.works.safety.verifyHazard(
        .with {
          $0.name = name
          $0.date = CalendarDate("2026-01-31")
          $0.passed = true
        }
      )
    }
    #expect(nobody?.fields == ["actor": "REQUIRED_FIELD"])
  }

  @Test func daysKeepTheirOrder() async throws {
    let city = try await TestCity()
    let name = try await Self.make(in: city).name
    // The order is of today: its last day may be today, and not yesterday.
    let due = try await expectRefusal(.invalidArgument, "PERIOD_REVERSED") {
      try await Self.order(name, by: "2026-01-30", in: city)
    }
    #expect(due?.fields == ["due_date": "PERIOD_REVERSED"])
    _ = try await Self.order(name, by: "2026-01-31", in: city)
    let early = try await expectRefusal(.failedPrecondition, "EVENT_TIME_BEFORE_LAST") {
      try await Self.remedy(name, on: "2026-01-30", in: city)
    }
    #expect(early?.metadata == ["last_event_time": "2026-01-31"])
    let ahead = try await expectRefusal(.invalidArgument, "EVENT_TIME_IN_FUTURE") {
      try await Self.remedy(name, on: "2026-02-01", in: city)
    }
    #expect(ahead?.fields == ["date": "EVENT_TIME_IN_FUTURE"])
    _ = try await Self.remedy(name, on: "2026-01-31", in: city)
    let newDay = try await expectRefusal(.invalidArgument, "PERIOD_REVERSED") {
      try await Self.reject(name, on: "2026-01-31", newDay: "2026-01-30", in: city)
    }
    #expect(newDay?.fields == ["due_date": "PERIOD_REVERSED"])
  }

  @Test func aVerificationPassesOrSaysWhatIsWanting() async throws {
    let city = try await TestCity()
    let name = try await Self.make(in: city).name
    let bare = try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await city.works.safety.verifyHazard(
        .with {
          $0.name = name
          $0.actor = .person("s-1")
          $0.date = CalendarDate("2026-01-31")
        }
      )
    }
    #expect(bare?.fields == ["due_date": "REQUIRED_FIELD", "reason": "REQUIRED_FIELD"])
    let both = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await city.works.safety.verifyHazard(
        .with {
          $0.name = name
          $0.actor = .person("s-1")
          $0.date = CalendarDate("2026-01-31")
          $0.passed = true
          $0.dueDate = CalendarDate("2026-02-28")
          $0.reason = "x"
        }
      )
    }
    #expect(both?.fields == ["due_date": "INVALID_FIELD", "reason": "INVALID_FIELD"])
  }

  @Test func itBelongsToItsPlaceItsProjectAndItsInspection() async throws {
    let city = try await TestCity()
    let inspection = try await city.works.safety.createInspection(
      .with {
        $0.parent = TestCity.name
        $0.inspection = .with {
          $0.division = TestCity.community
          $0.compound = TestCity.compound
          $0.kinds = [.overheadWires, .ebikeFire]
          $0.inspectionDate = CalendarDate("2026-01-05")
          $0.inspector = .person("s-1")
          $0.hazardCount = 2
        }
      }
    )
    let cases: [(String, (inout Hazard) -> Void)] = [
      ("hazard.compound", { $0.compound = TestCity.otherCompound }),
      ("hazard.project", { $0.project = TestCity.otherProject }),
      (
        "hazard.inspection",
        {
          $0.division = TestCity.otherCommunity
          $0.compound = TestCity.otherCompound
          $0.project = TestCity.otherProject
          $0.inspection = inspection.name
        }
      ),
      (
        "hazard.found_date",
        {
          $0.inspection = inspection.name
          $0.foundDate = CalendarDate("2026-01-04")
        }
      ),
    ]
    for (field, change) in cases {
      let refused = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
        try await Self.make(in: city, change)
      }
      #expect(refused?.fields == [field: "INVALID_FIELD"])
    }
    let future = try await expectRefusal(.invalidArgument, "EVENT_TIME_IN_FUTURE") {
      try await Self.make(in: city) { $0.foundDate = CalendarDate("2026-02-01") }
    }
    #expect(future?.fields == ["hazard.found_date": "EVENT_TIME_IN_FUTURE"])
    let hazard = try await Self.make(in: city) { $0.inspection = inspection.name }
    let referred = try await expectRefusal(.failedPrecondition, "STILL_REFERENCED") {
      try await city.works.safety.deleteInspection(.with { $0.name = inspection.name })
    }
    #expect(referred?.metadata == ["name": hazard.name])
  }
}
