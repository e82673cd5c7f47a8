internal import RedSailModel
internal import Testing

@Suite("Rule tables")
struct RuleTableTests {
  typealias Fixture = RuleFixture

  private func size(_ values: [RuleValue], _ day: String, _ divisions: [String] = Fixture.jining) throws -> Int {
    try RuleTable(values).resolve(.committeeSizeMinimum, divisions: divisions, on: CivilDate(day)).integer
  }

  @Test func `the nearest division wins`() throws {
    let values = [
      try Fixture.value(.committeeSizeMinimum, 7, "370800"),
      try Fixture.value(.committeeSizeMinimum, 9, "370811"),
      try Fixture.value(.committeeSizeMinimum, 1, "370812"),
      try Fixture.value(.committeeSizeMaximum, 99, "370811012"),
    ]
    #expect(try size(values, "2025-01-01") == 9)
    #expect(try size(values, "2025-01-01", ["370826", "370800"]) == 7)
    #expect(try size(values, "2025-01-01", ["370812", "370800"]) == 1)
    #expect(try size(values, "2025-01-01", Fixture.rizhao) == 3)
  }

  @Test func `a loaded line comes before one that ships at the same division only`() throws {
    let provincial = try Fixture.value(.committeeSizeMinimum, 7, "370000")
    #expect(try size([provincial], "2025-01-01") == 7)
    // Rizhao's own shipped line is nearer than the loaded one of the province.
    #expect(try size([provincial], "2025-01-01", Fixture.rizhao) == 3)
    #expect(try size([Fixture.value(.committeeSizeMinimum, 9, "371100")], "2025-01-01", Fixture.rizhao) == 9)
    #expect(try size([Fixture.value(.committeeSizeMinimum, 9, "CN")], "2025-01-01", ["520100"]) == 9)
  }

  @Test func `a line holds from its first day to the day before its end`() throws {
    let values = [
      try Fixture.value(.committeeSizeMinimum, 7, "370800", from: "2024-01-01", to: "2025-01-01"),
      try Fixture.value(.committeeSizeMinimum, 9, "370800", from: "2025-01-01"),
    ]
    #expect(try size(values, "2023-12-31") == 5)
    #expect(try size(values, "2024-01-01") == 7)
    #expect(try size(values, "2024-12-31") == 7)
    #expect(try size(values, "2025-01-01") == 9)
    #expect(try size(values, "2099-01-01") == 9)
  }

  @Test func `a zone's code says nothing of its province, the city's does`() throws {
    let zone = ["zone:taibaihu", "370800"]
    let value = RuleTable.shipped.resolve(.contractFilingDays, divisions: zone, on: try CivilDate("2025-01-01"))
    #expect(value.division == "370000")
    let lost = RuleTable.shipped.resolve(.contractFilingDays, divisions: [], on: try CivilDate("2025-01-01"))
    #expect(lost.division == RuleValue.nation)
  }

  /// Periods as "first day..first day no longer", either end open.
  @Test(arguments: [
    ("2024-01-01..2025-01-01", "2025-01-01..", false), ("2024-01-01..2025-01-01", "2024-12-31..", true),
    ("2024-01-01..", "2030-01-01..2031-01-01", true), ("2024-01-01..", "..2024-01-01", false),
    ("2024-01-01..", "..2024-01-02", true), ("..", "2024-01-01..2024-01-02", true),
  ])
  func `lines of one key and division do not overlap`(
    existing: String,
    new: String,
    isRefused: Bool
  ) throws {
    func value(_ size: Int, _ period: String) throws -> RuleValue {
      let from = period.hasPrefix("..") ? nil : String(period.prefix(10))
      let to = period.hasSuffix("..") ? nil : String(period.suffix(10))
      return try Fixture.value(.committeeSizeMinimum, size, "370800", from: from, to: to)
    }
    let existing = try value(5, existing)
    let new = try value(7, new)
    let others = [
      try Fixture.value(.committeeSizeMinimum, 5, "371100"), try Fixture.value(.committeeSizeMaximum, 9, "370800"),
    ]
    let error = RuleValueError.overlap(
      .committeeSizeMinimum,
      division: "370800",
      existing: existing.period,
      new: new.period
    )
    if isRefused {
      #expect(throws: error) { try RuleTable.checkOverlap(of: new, with: others + [existing]) }
      #expect(throws: error) { try RuleTable([existing, new]) }
    } else {
      #expect(throws: Never.self) { try RuleTable(others + [existing, new]) }
    }
  }

  @Test func `values of another kind, out of range, without source or without a day are refused`() throws {
    func make(
      _ parameter: RuleParameter,
      _ quantity: RuleQuantity,
      division: String = "370800",
      source: String = "市住建局",
      period: DatePeriod = DatePeriod(from: nil, to: nil)
    ) throws(RuleValueError) {
      _ = try RuleValue(parameter, quantity, division: division, period: period, source: source)
    }
    let third = try #require(Fraction(1, over: 3))
    let fourThirds = try #require(Fraction(4, over: 3))
    #expect(throws: RuleValueError.quantity(.committeeSizeOdd, came: .integer(1))) {
      try make(.committeeSizeOdd, .integer(1))
    }
    #expect(throws: RuleValueError.quantity(.committeeFilingDays, came: .fraction(third))) {
      try make(.committeeFilingDays, .fraction(third))
    }
    #expect(throws: RuleValueError.quantity(.electionSpecial, came: .fraction(fourThirds))) {
      try make(.electionSpecial, .fraction(fourThirds))
    }
    #expect(throws: RuleValueError.quantity(.committeeMinimumPartyPercent, came: .integer(101))) {
      try make(.committeeMinimumPartyPercent, .integer(101))
    }
    #expect(throws: RuleValueError.divisionMissing(.committeeSizeOdd)) {
      try make(.committeeSizeOdd, .boolean(false), division: "")
    }
    #expect(throws: RuleValueError.sourceMissing(.committeeSizeOdd)) {
      try make(.committeeSizeOdd, .boolean(false), source: " ")
    }
    let empty = try Fixture.period("2025-01-01", "2025-01-01")
    #expect(throws: RuleValueError.emptyPeriod(.committeeSizeOdd, empty)) {
      try make(.committeeSizeOdd, .boolean(false), period: empty)
    }
    #expect(throws: Never.self) { try make(.committeeMinimumPartyPercent, .integer(100)) }
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction(-1, over: 2) == nil)
  }

  @Test func `a breach names parameter, value, division and source in both languages`() throws {
    let rules = CommitteeRules(divisions: Fixture.rizhao, on: try CivilDate("2025-01-01"))
    let breach = try #require(rules.sizeBreaches(members: 1).first)
    #expect(breach.parameter == .committeeSizeMinimum)
    #expect(breach.came == "1")
    #expect(breach.rule.integer == 3)
    for part in ["committee.size.minimum = 3", "371100", "日照市物业管理条例", "came 1"] {
      #expect(breach.english.contains(part))
    }
    for part in ["业主委员会委员人数下限 3", "371100", "日照市物业管理条例", "现为1人"] {
      #expect(breach.chinese.contains(part))
    }
  }
}
