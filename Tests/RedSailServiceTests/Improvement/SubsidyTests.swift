internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Subsidies: applied for, decided by someone else, paid; paid ≤ approved ≤ applied.
@Suite struct SubsidyTests {
  static let table = ActionTable(
    """
    state    APPROVE REFUSE PAY
    APPLIED  x       x      .
    APPROVED .       .      x
    REFUSED  .       .      .
    PAID     .       .      .
    """
  )
  private static let ways = [
    "APPLIED": [], "APPROVED": ["APPROVE"], "REFUSED": ["REFUSE"], "PAID": ["APPROVE", "PAY"],
  ]

  @Test(arguments: table.cells) func onlyTheTableIsAllowed(_ cell: ActionTable.Cell) async throws {
    let city = try await TestCity()
    let subsidy = try await Self.make(in: city)
    for action in Self.ways[cell.state] ?? [] { try await Self.act(action, on: subsidy.name, in: city) }
    guard cell.isAllowed else {
      let refused = try await expectRefusal(.failedPrecondition, "ACTION_NOT_ALLOWED") {
        try await Self.act(cell.action, on: subsidy.name, in: city)
      }
      #expect(refused?.metadata["state"] == cell.state)
      #expect(refused?.metadata["allowed_states"] == Self.table.states(allowing: cell.action).joined(separator: ", "))
      #expect(refused?.metadata["allowed_actions"] == Self.table.actions(in: cell.state).joined(separator: ", "))
      return
    }
    let after = try await Self.act(cell.action, on: subsidy.name, in: city)
    let targets: [String: Subsidy.State] = ["APPROVE": .approved, "REFUSE": .refused, "PAY": .paid]
    #expect(after.state == targets[cell.action])
  }

  /// 1,000.00 yuan for a project, applied for on 2026-01-05.
  private static func make(
    in city: TestCity,
    _ change: (inout Subsidy) -> Void = { _ in }
  ) async throws -> Subsidy {
    var subsidy = Subsidy.with {
      $0.division = TestCity.county
      $0.displayName = "接管老旧小区补助"
      $0.firm = TestCity.firm
      $0.subject = TestCity.project
      $0.applicant = .person("f-1")
      $0.appliedDate = CalendarDate("2026-01-05")
      $0.appliedHundredths = 100_000
    }
    change(&subsidy)
    return try await city.works.improvement.createSubsidy(
      .with {
        $0.parent = TestCity.name
        $0.subsidy = subsidy
      }
    )
  }

  @discardableResult
  private static func act(
    _ action: String,
    on name: String,
    amount: Int64 = 80_000,
    by person: String = "h-1",
    at day: String = "2026-01-20",
    in city: TestCity
  ) async throws -> Subsidy {
    switch action {
    case "APPROVE":
      try await city.works.improvement.approveSubsidy(
        .with {
          $0.name = name
          $0.actor = .person(person)
          $0.date = CalendarDate(day)
          $0.amountHundredths = amount
        }
      )
    case "REFUSE":
      try await city.works.improvement.refuseSubsidy(
        .with {
          $0.name = name
          $0.actor = .person(person)
          $0.date = CalendarDate(day)
          $0.reason = "不符合条件"
        }
      )
    default:
      try await city.works.improvement.paySubsidy(
        .with {
          $0.name = name
          $0.date = CalendarDate(day)
          $0.amountHundredths = amount
        }
      )
    }
  }

  @Test func theApplicantDoesNotDecide() async throws {
    let city = try await TestCity()
    let name = try await Self.make(in: city).name
    for action in ["APPROVE", "REFUSE"] {
      let refused = try await expectRefusal(.failedPrecondition, "SAME_PERSON") {
        try await Self.act(action, on: name, by: "f-1", in: city)
      }
      #expect(refused?.metadata == ["field": "actor"])
    }
    let nobody = try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await city.works.improvement.approveSubsidy(.with { $0.name = name })
    }
    #expect(
      nobody?.fields == ["actor": "REQUIRED_FIELD", "date": "REQUIRED_FIELD", "amount_hundredths": "REQUIRED_FIELD"]
    )
    let refused = try await Self.act("REFUSE", on: name, in: city)
    #expect(refused.refusalReason == "不符合条件" && refused.approver?.reference == "h-1")
  }

  @Test func noMoreIsPaidThanApprovedAndNoMoreApprovedThanAppliedFor() async throws {
    let city = try await TestCity()
    let name = try await Self.make(in: city) { $0.approvedHundredths = 1 }.name
    let over = try await expectRefusal(.failedPrecondition, "AMOUNT_EXCEEDED") {
      try await Self.act("APPROVE", on: name, amount: 100_001, in: city)
    }
    #expect(over?.metadata == ["limit": "100000", "came": "100001"])
    let negative = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.act("APPROVE", on: name, amount: -1, in: city)
    }
    #expect(negative?.fields == ["amount_hundredths": "INVALID_FIELD"])
    #expect(try await Self.act("APPROVE", on: name, amount: 100_000, in: city).approvedHundredths == 100_000)
    let first = try await Self.act("PAY", on: name, amount: 60_000, at: "2026-01-21", in: city)
    #expect(first.state == .approved && first.paidHundredths == 60_000)
    let rest = try await expectRefusal(.failedPrecondition, "AMOUNT_EXCEEDED") {
      try await Self.act("PAY", on: name, amount: 40_001, at: "2026-01-22", in: city)
    }
    #expect(rest?.metadata == ["limit": "40000", "came": "40001"])
    let early = try await expectRefusal(.failedPrecondition, "EVENT_TIME_BEFORE_LAST") {
      try await Self.act("PAY", on: name, amount: 40_000, at: "2026-01-20", in: city)
    }
    #expect(early?.metadata == ["last_event_time": "2026-01-21"])
    let last = try await Self.act("PAY", on: name, amount: 40_000, at: "2026-01-21", in: city)
    #expect(last.state == .paid && last.paidHundredths == 100_000 && last.paidDate?.text == "2026-01-21")
  }

  @Test func itIsForSomethingOfTheFirmOnABasisInForce() async throws {
    let city = try await TestCity()
    let other = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.make(in: city) { $0.subject = TestCity.otherProject }
    }
    #expect(other?.fields == ["subsidy.subject": "INVALID_FIELD"])
    let takeover = try await TakeoverTests.make(in: city)
    let stranger = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.make(in: city) {
        $0.firm = TestCity.otherFirm
        $0.subject = takeover.name
      }
    }
    #expect(stranger?.fields == ["subsidy.subject": "INVALID_FIELD"])
    _ = try await Self.make(in: city) { $0.subject = takeover.name }
    let policy = try await city.works.policies.createPolicyDocument(
      .with {
        $0.parent = TestCity.name
        $0.policyDocument = .with {
          $0.division = "\(TestCity.name)/divisions/370800"
          $0.displayName = "关于老旧小区物业接管补助的十条措施"
          $0.version = 1
          $0.validFrom = CalendarDate("2025-01-01")
          $0.validTo = CalendarDate("2026-01-05")
        }
      }
    )
    let outside = try await expectRefusal(.failedPrecondition, "PERIOD_OUTSIDE") {
      try await Self.make(in: city) { $0.basis = policy.name }
    }
    #expect(outside?.metadata == ["name": policy.name])
    _ = try await Self.make(in: city) {
      $0.basis = policy.name
      $0.appliedDate = CalendarDate("2026-01-04")
    }
    // What it was decided on stays.
    let decided = try await Self.make(in: city)
    try await Self.act("APPROVE", on: decided.name, in: city)
    let changed = try await expectRefusal(.failedPrecondition, "ACTION_NOT_ALLOWED") {
      try await city.works.improvement.updateSubsidy(
        .with {
          $0.subsidy = .with {
            $0.name = decided.name
            $0.basis = policy.name
          }
        }
      )
    }
    #expect(changed?.fields == ["subsidy.basis": "ACTION_NOT_ALLOWED"] && changed?.metadata["state"] == "APPROVED")
    let future = try await expectRefusal(.invalidArgument, "EVENT_TIME_IN_FUTURE") {
      try await Self.make(in: city) { $0.appliedDate = CalendarDate("2026-02-01") }
    }
    #expect(future?.fields == ["subsidy.applied_date": "EVENT_TIME_IN_FUTURE"])
  }

  @Test func aPastDayIsCountedByItsInstalments() async throws {
    let city = try await TestCity()
    let name = try await Self.make(in: city).name
    try await Self.act("APPROVE", on: name, amount: 100_000, in: city)
    try await Self.act("PAY", on: name, amount: 60_000, at: "2026-01-21", in: city)
    let paid = try await Self.act("PAY", on: name, amount: 30_000, at: "2026-01-28", in: city)
    #expect(
      paid.payments.map { "\($0.date?.text ?? "") \($0.amountHundredths)" } == ["2026-01-21 60000", "2026-01-28 30000"]
    )
    for (day, fen, count) in [("2026-01-20", Int64(0), Int64(0)), ("2026-01-25", 60_000, 1), ("2026-01-31", 90_000, 1)]
    {
      let figures = try await city.report("subsidies") { $0.asOfDate = CalendarDate(day) }.whole
      #expect(figures["paid_fen"]?.numerator == fen, "as of \(day)")
      #expect(figures["subsidies_paid"]?.numerator == count, "as of \(day)")
    }
    let restore = { (change: (inout Subsidy) -> Void) in
      var copy = paid
      copy.name = ""
      change(&copy)
      return try await RecordServiceClient(city.channel).pushRecords(
        .with {
          $0.parent = TestCity.name
          $0.entries = [RecordImportTests.entry(.subsidy(copy), .restore)]
        }
      ).results[0]
    }
    let wrong = try await restore { $0.payments[1].amountHundredths = 1 }
    #expect(wrong.error?.violations.map(\.field) == ["record.subsidy.payments"])
    // An export from before payments were kept knows the last day only.
    let old = try await restore { $0.payments = [] }
    let loaded = try await city.works.improvement.getSubsidy(.with { $0.name = old.name })
    #expect(loaded.payments.map(\.amountHundredths) == [90_000] && loaded.payments.first?.date == paid.paidDate)
  }
}
