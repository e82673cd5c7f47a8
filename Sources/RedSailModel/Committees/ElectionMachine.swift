/// The election of an owners' committee as a pure function: PREPARING → BALLOT_OPEN → COUNTED → FILED;
/// CANCELLED.
///
/// The owners elect: only the thresholds of the vote and the size rules decide whether a result is valid, and a valid
/// one is always recorded. The share of party members warns before the ballot and opens a breach after it.
public struct ElectionMachine: Sendable {
  /// The refusal of a step.
  public typealias Refusal = ProcessRefusal<ElectionState, ElectionCondition>

  /// The rules for the committee, on the day of the election.
  public let rules: CommitteeRules
  /// The thresholds of the vote.
  public let voteRules: VoteRules

  /// Makes a state machine.
  public init(rules: CommitteeRules, voteRules: VoteRules) {
    self.rules = rules
    self.voteRules = voteRules
  }

  /// Applies a command.
  ///
  /// - Parameters:
  ///   - command: The action with what it needs.
  ///   - election: The election as it stands.
  ///   - day: The day of the event.
  /// - Returns: The election after it.
  /// - Throws: ``Refusal``: the state first, then the day, then the action's own conditions.
  public func apply(
    _ command: ElectionCommand,
    to election: ElectionSnapshot,
    on day: CivilDate
  ) throws(Refusal) -> ElectionSnapshot {
    try election.state.step(command.action, of: election, on: day) { perform(command, on: &$0) }
  }

  /// The warning about the approved candidates' share of party members; nil where the slate can reach it.
  public func slateWarning(_ election: ElectionSnapshot) -> RuleBreach? {
    let fromSlate = min(election.approved.count(where: \.isPartyMember), election.seats)
    return rules.slateWarning(
      partyMembers: fromSlate + election.remaining.partyMembers,
      seats: election.seats + election.remaining.members
    )
  }

  /// The breach of the share of party members that a valid result opens; nil where it reaches the share.
  public func partyBreach(_ election: ElectionSnapshot) -> RuleBreach? {
    guard election.result != nil, election.resultBreaches.isEmpty else { return nil }
    let elected = election.elected
    return rules.partyBreach(
      partyMembers: elected.count(where: \.isPartyMember) + election.remaining.partyMembers,
      members: elected.count + election.remaining.members
    )
  }

  /// Why a result is not valid: too few owners took part, or those elected make no lawful committee, with the members who
  /// remain in a by-election. Empty where it is valid.
  public func resultBreaches(
    _ result: CandidateElection,
    remaining: ElectionSnapshot.Remaining = .none
  ) -> [RuleBreach] {
    if let breach = voteRules.participationBreach(result.participation) { return [breach] }
    return rules.sizeBreaches(members: result.elected.count + remaining.members)
  }
}
