internal import RedSailModel

/// An election of five in Jining whose steps all succeed: five candidates, three of them party members.
struct ElectionFixture {
  let machine: ElectionMachine
  let day: CivilDate

  init(_ divisions: [String] = RuleFixture.jining) throws {
    day = try CivilDate("2025-06-30")
    machine = ElectionMachine(
      rules: CommitteeRules(divisions: divisions, on: day),
      voteRules: VoteRules(divisions: divisions, on: day)
    )
  }

  static func candidate(_ key: String, isPartyMember: Bool = false, proposer: String = "org/owners")
    -> ElectionCandidate
  {
    ElectionCandidate(key: key, proposer: proposer, category: .other, isPartyMember: isPartyMember)
  }

  func decision(
    _ outcome: VettingDecision.Outcome = .approved,
    by vetter: String = "org/street",
    reason: String = "符合条件"
  ) -> VettingDecision {
    VettingDecision(by: vetter, outcome, reason: reason, on: day)
  }

  /// A candidate that has been decided on.
  func vetted(
    _ key: String,
    isPartyMember: Bool = false,
    _ outcome: VettingDecision.Outcome = .approved
  ) -> ElectionCandidate {
    ElectionCandidate(
      key: key,
      proposer: "org/owners",
      category: .other,
      isPartyMember: isPartyMember,
      decisions: [decision(outcome)]
    )
  }

  var candidates: [ElectionCandidate] {
    ["a", "b", "c", "d", "e"].map { vetted($0, isPartyMember: $0 <= "c") }
  }

  /// An election in a state, with everything that its next steps need.
  func election(_ state: ElectionState, seats: Int = 5, _ candidates: [ElectionCandidate]? = nil) -> ElectionSnapshot {
    ElectionSnapshot(state: state, seats: seats, candidates: candidates ?? self.candidates, lastEvent: day)
  }

  /// The condition that refuses a command; nil where it succeeds or the state refuses it.
  func condition(_ command: ElectionCommand, _ election: ElectionSnapshot) -> ElectionCondition? {
    do throws(ElectionMachine.Refusal) {
      _ = try machine.apply(command, to: election, on: day)
      return nil
    } catch {
      return error.condition
    }
  }

  /// A counted result: how many of a hundred owners are in favour of each.
  static func result(_ votes: [String: Int], seats: Int = 5, participants: Int = 100) throws -> CandidateElection {
    try CandidateElectionTests.election(votes, seats: seats, participants: participants)
  }

  static let clearVotes = ["a": 95, "b": 90, "c": 85, "d": 80, "e": 75]
}
