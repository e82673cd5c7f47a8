internal import RedSailModel
internal import Testing

@Suite("How long handling may take")
struct ServiceLevelTableTests {
  static let path = ["370811012001", "370811012", "370811", "370800"]

  @Test func `the urgent categories run by the clock, the rest has five working days`() throws {
    let day = try CivilDate("2025-03-03")
    for category in UrgentCategory.allCases {
      let level = ServiceLevelTable.initial.level(category: category.rawValue, divisions: Self.path, on: day)
      guard case .clockHours = level else {
        Issue.record("\(category) is \(level)")
        continue
      }
    }
    #expect(
      ServiceLevelTable.initial.level(category: "greening", divisions: Self.path, on: day) == .workingDays(5)
    )
  }

  @Test func `the category comes first, then the nearest division, then the latest line that holds`() throws {
    let early = try CivilDate("2025-01-01")
    let late = try CivilDate("2025-07-01")
    let table = ServiceLevelTable([
      .init(category: nil, division: "370811012", period: .init(from: early, to: nil), level: .workingDays(3)),
      .init(category: nil, division: "370811", period: .init(from: late, to: nil), level: .workingDays(4)),
      .init(category: "gas", division: "370800", period: .init(from: early, to: nil), level: .clockHours(2)),
      .init(category: "gas", division: "370811", period: .init(from: late, to: nil), level: .clockHours(1)),
      .init(category: "gas", division: "370811", period: .init(from: early, to: nil), level: .clockHours(6)),
      .init(category: nil, division: nil, period: .init(from: early, to: nil), level: .workingDays(7)),
    ])
    let june = try CivilDate("2025-06-30")
    #expect(table.level(category: "gas", divisions: Self.path, on: june) == .clockHours(6))
    #expect(table.level(category: "gas", divisions: Self.path, on: late) == .clockHours(1))
    #expect(table.level(category: "gas", divisions: ["370883", "370800"], on: late) == .clockHours(2))
    #expect(table.level(category: "noise", divisions: Self.path, on: late) == .workingDays(3))
    #expect(table.level(category: "noise", divisions: ["370811", "370800"], on: june) == .workingDays(7))
    #expect(table.level(category: "noise", divisions: ["370811", "370800"], on: late) == .workingDays(4))
    let ended = ServiceLevelTable([
      .init(category: nil, division: "370811", period: .init(from: early, to: late), level: .workingDays(4))
    ])
    #expect(ended.level(category: "noise", divisions: Self.path, on: june) == .workingDays(4))
    #expect(
      ended.level(category: "noise", divisions: Self.path, on: late, standard: .workingDays(6)) == .workingDays(6)
    )
    let before = try CivilDate("2024-12-31")
    #expect(table.level(category: "noise", divisions: ["371102"], on: before) == .standard)
  }
}
