internal import RedSailModel
internal import Testing

@Suite("Committee size, term and party share")
struct CommitteeRulesTests {
  let jining: CommitteeRules
  let rizhao: CommitteeRules
  let nation: CommitteeRules

  init() throws {
    let day = try CivilDate("2025-06-30")
    jining = CommitteeRules(divisions: RuleFixture.jining, on: day)
    rizhao = CommitteeRules(divisions: RuleFixture.rizhao, on: day)
    nation = CommitteeRules(divisions: ["520100"], on: day)
  }

  /// Odd sizes from 5 to 11 in the country and Shandong, from 3 to 11 in Rizhao.
  @Test(arguments: 0...14)
  func `sizes`(members: Int) {
    #expect(nation.sizeBreaches(members: members).isEmpty == [5, 7, 9, 11].contains(members))
    #expect(jining.sizeBreaches(members: members).isEmpty == [5, 7, 9, 11].contains(members))
    #expect(rizhao.sizeBreaches(members: members).isEmpty == [3, 5, 7, 9, 11].contains(members))
  }

  @Test func `each broken size rule is named`() {
    #expect(jining.sizeBreaches(members: 4).map(\.parameter) == [.committeeSizeMinimum, .committeeSizeOdd])
    #expect(jining.sizeBreaches(members: 13).map(\.parameter) == [.committeeSizeMaximum])
    #expect(jining.sizeBreaches(members: 6).map(\.parameter) == [.committeeSizeOdd])
    #expect(throws: RuleBreach.self) { try jining.checkSize(seats: 3) }
    #expect(throws: Never.self) { try rizhao.checkSize(seats: 3) }
  }

  @Test(arguments: [
    ("2020-03-01", "2025-03-01", true), ("2020-03-01", "2025-03-02", false), ("2020-03-01", "2023-03-01", true),
    ("2024-02-29", "2029-02-28", true), ("2024-02-29", "2029-03-01", false), ("2025-01-01", "2025-01-01", true),
  ])
  func `a term lasts five years at most`(start: String, lastDay: String, isAllowed: Bool) throws {
    func make() throws { _ = try CommitteeTerm(from: CivilDate(start), through: CivilDate(lastDay), rules: jining) }
    if isAllowed {
      #expect(throws: Never.self) { try make() }
    } else {
      let error = #expect(throws: CommitteeTermError.self) { try make() }
      guard case .tooLong(let breach) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(breach.parameter == .committeeTermMaximumYears)
    }
  }

  @Test func `a term does not end before it starts, and runs out after its last day`() throws {
    let (first, second) = (try CivilDate("2025-01-01"), try CivilDate("2025-01-02"))
    #expect(throws: CommitteeTermError.ended(start: second, lastDay: first)) {
      try CommitteeTerm(from: second, through: first, rules: jining)
    }
    let term = try CommitteeTerm(from: first, through: second, rules: jining)
    #expect(!term.isExpired(on: second))
    #expect(term.isExpired(on: second.advanced(byDays: 1)))
    #expect(term.isDue(within: 30, from: second.advanced(byDays: -30)))
    #expect(!term.isDue(within: 30, from: second.advanced(byDays: -31)))
    #expect(term.isDue(within: 0, from: second.advanced(byDays: 9)))
  }

  /// 3→2, 5→3, 7→5, 9→6, 11→7 in Jining; nothing in Rizhao, which has no such policy.
  @Test(arguments: [(3, 2), (5, 3), (7, 5), (9, 6), (11, 7)])
  func `sixty percent of the seats`(seats: Int, least: Int) throws {
    #expect(jining.partyBreach(partyMembers: least, members: seats) == nil)
    let breach = try #require(jining.partyBreach(partyMembers: least - 1, members: seats))
    #expect(breach.parameter == .committeeMinimumPartyPercent)
    #expect(breach.rule.integer == 60)
    #expect(breach.came == "\(least - 1)")
    #expect(rizhao.partyBreach(partyMembers: 0, members: seats) == nil)
    #expect(jining.slateWarning(partyMembers: least, seats: seats) == nil)
    #expect(jining.slateWarning(partyMembers: least - 1, seats: seats) != nil)
    #expect(jining.slateWarning(partyMembers: 99, seats: seats) == nil)
    #expect(rizhao.slateWarning(partyMembers: 0, seats: seats) == nil)
  }
}
