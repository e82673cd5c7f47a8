internal import RedSailModel
internal import Testing

@Suite("The life of a committee")
struct CommitteeMachineTests {
  static let table = ProcessTable<CommitteeState>(
    """
    state     ADD_MEMBER REMOVE_MEMBER DISSOLVE RECALL HAND_OVER
    SERVING   x          x             x        x      .
    EXPIRED   .          .             .        .      x
    DISSOLVED .          .             .        .      x
    RECALLED  .          .             .        .      x
    """
  )

  let machine: CommitteeMachine
  let start: CivilDate

  init() throws {
    start = try CivilDate("2021-01-01")
    machine = CommitteeMachine(rules: CommitteeRules(divisions: RuleFixture.jining, on: start))
  }

  /// Five members, three of them in the party, from 2021-01-01 to 2025-12-31.
  private func committee(_ ending: CommitteeState? = nil) throws -> CommitteeSnapshot {
    CommitteeSnapshot(
      term: try CommitteeTerm(from: start, through: CivilDate("2025-12-31"), rules: machine.rules),
      members: ["a", "b", "c", "d", "e"].map {
        CommitteeMember(key: $0, isPartyMember: $0 <= "c", joined: start)
      },
      ending: try ending.map { .init($0, on: try CivilDate("2023-07-01")) }
    )
  }

  private func command(_ action: CommitteeAction) -> CommitteeCommand {
    switch action {
    case .addMember: .addMember(key: "f", isPartyMember: false)
    case .removeMember: .removeMember(key: "a", reason: "搬离小区")
    case .dissolve: .dissolve(reason: "小区拆迁")
    case .recall: .recall(reason: "业主大会决定")
    case .handOver: .handOver
    }
  }

  @Test func `each action is done or refused as the table says`() throws {
    for cell in Self.table.cells {
      let committee = try committee(cell.state == .dissolved || cell.state == .recalled ? cell.state : nil)
      let day = try CivilDate(cell.state == .expired ? "2026-01-01" : "2025-12-31")
      #expect(committee.state(on: day) == cell.state)
      do throws(CommitteeMachine.Refusal) {
        _ = try machine.apply(command(cell.action), to: committee, on: day)
        #expect(cell.isAllowed, "\(cell.action) when \(cell.state)")
      } catch {
        #expect(!cell.isAllowed, "\(error)")
        #expect(error.condition == nil)
        #expect(error.allowingStates == Self.table.states(allowing: cell.action))
      }
    }
  }

  @Test func `a committee serves to its last day or to the day before its end`() throws {
    #expect(try committee().servingPeriod == RuleFixture.period("2021-01-01", "2026-01-01"))
    let day = try CivilDate("2023-07-01")
    let recalled = try machine.apply(.recall(reason: "业主大会决定"), to: committee(), on: day)
    #expect(recalled.servingPeriod == (try RuleFixture.period("2021-01-01", "2023-07-01")))
    #expect(recalled.state(on: day) == .recalled)
    #expect(recalled.state(on: day.advanced(byDays: -1)) == .serving)
    #expect(recalled.state(on: try CivilDate("2027-01-01")) == .recalled)
    #expect(try machine.apply(.dissolve(reason: "拆迁"), to: committee(), on: day).state(on: day) == .dissolved)
  }

  @Test func `members come and go, and breaches show`() throws {
    let day = try CivilDate("2023-07-01")
    var committee = try committee()
    #expect(committee.breaches(on: day, rules: machine.rules).isEmpty)
    committee = try machine.apply(.removeMember(key: "a", reason: "辞职"), to: committee, on: day)
    #expect(committee.members(on: day).map(\.key) == ["b", "c", "d", "e"])
    #expect(committee.members(on: day.advanced(byDays: -1)).count == 5)
    #expect(
      committee.breaches(on: day, rules: machine.rules).map(\.parameter)
        == [.committeeSizeMinimum, .committeeSizeOdd, .committeeMinimumPartyPercent]
    )
    committee = try machine.apply(.addMember(key: "f", isPartyMember: false), to: committee, on: day)
    // Two party members of five.
    #expect(committee.breaches(on: day, rules: machine.rules).map(\.parameter) == [.committeeMinimumPartyPercent])
    #expect(committee.breaches(on: try CivilDate("2026-01-01"), rules: machine.rules).isEmpty)
    // One who left may come back.
    committee = try machine.apply(.removeMember(key: "f", reason: "辞职"), to: committee, on: day.advanced(byDays: 9))
    committee = try machine.apply(.addMember(key: "a", isPartyMember: true), to: committee, on: day.advanced(byDays: 9))
    #expect(committee.breaches(on: day.advanced(byDays: 9), rules: machine.rules).isEmpty)
  }

  @Test func `conditions`() throws {
    let day = try CivilDate("2023-07-01")
    func condition(_ command: CommitteeCommand, _ committee: CommitteeSnapshot, on day: CivilDate)
      -> CommitteeCondition?
    {
      do throws(CommitteeMachine.Refusal) {
        _ = try machine.apply(command, to: committee, on: day)
        return nil
      } catch {
        return error.condition
      }
    }
    let committee = try committee()
    #expect(condition(.addMember(key: "a", isPartyMember: true), committee, on: day) == .memberTwice("a"))
    #expect(condition(.removeMember(key: "z", reason: "辞职"), committee, on: day) == .unknownMember("z"))
    #expect(condition(.removeMember(key: "a", reason: ""), committee, on: day) == .reasonMissing)
    #expect(condition(.recall(reason: " "), committee, on: day) == .reasonMissing)
    let before = start.advanced(byDays: -1)
    #expect(condition(.recall(reason: "x"), committee, on: before) == .beforeLast(day: before, last: start))
    var full = committee
    for key in ["f", "g", "h", "i", "j", "k"] {
      full = try machine.apply(.addMember(key: key, isPartyMember: true), to: full, on: day)
    }
    guard case .rule(let breach) = condition(.addMember(key: "l", isPartyMember: true), full, on: day) else {
      Issue.record("a twelfth member")
      return
    }
    #expect(breach.parameter == .committeeSizeMaximum)
    let end = try CivilDate("2026-01-05")
    let handedOver = try machine.apply(.handOver, to: committee, on: end)
    #expect(handedOver.handedOver == end)
    #expect(condition(.handOver, handedOver, on: end) == .handedOver(end))
  }
}
