internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The outcome of an election: who is elected, and whether that makes a valid result.
struct ElectionOutcome {
  private let rules: CommitteeRules
  private let voteRules: VoteRules
  private(set) var election: CandidateElection
  /// The approved candidates by name.
  private let slate: [String: Candidate]
  private let isByElection: Bool
  /// Those who sit in the committee that a by-election fills up.
  private let remaining: Int

  /// Decides by what stands behind each candidate.
  init(
    of election: Election,
    inFavour: [String: VoteWeight],
    result: VoteResult,
    in snapshot: any StoreSnapshot
  ) throws {
    let day = (election.ballotDate ?? election.startDate)?.civilDate ?? CivilDate(daysSinceEpoch: 0)
    rules = try snapshot.committeeRules(in: election.division, on: day)
    voteRules = try snapshot.voteRules(in: election.division, on: day)
    self.election = CandidateElection(
      inFavour: inFavour,
      participants: result.participants,
      electorate: result.electorate,
      seats: Int(election.seats),
      rules: voteRules
    )
    slate = try Self.slate(of: election.name, in: snapshot)
    isByElection = election.kind == .byElection
    let committee = isByElection ? try snapshot.stored(Committee.self, named: election.committee).resource : nil
    remaining = committee?.memberCount ?? 0
  }

  /// The outcome of a counted election as it is stored.
  init(counted election: Election, in snapshot: any StoreSnapshot) throws {
    let votes = election.candidateResults.map {
      ($0.candidate, VoteWeight(area: $0.forAreaHundredths, heads: $0.forHeads))
    }
    try self.init(
      of: election,
      inFavour: Dictionary(votes) { first, _ in first },
      result: election.result ?? VoteResult(),
      in: snapshot
    )
    // Where the owners have chosen among level candidates already.
    let chosen = Set(election.candidateResults.filter(\.elected).map(\.candidate)).intersection(self.election.tied)
    if !chosen.isEmpty, let decided = self.election.decidingTie(elected: chosen) { self.election = decided }
  }

  /// The approved candidates of an election, by name.
  static func slate(of election: String, in snapshot: any StoreSnapshot) throws -> [String: Candidate] {
    let approved = try snapshot.candidates(of: election).map(\.resource).filter { $0.vetting == .approved }
    return Dictionary(approved.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Enters which of the level candidates the owners chose.
  mutating func decideTie(_ chosen: [String], field: String) throws(RPCError) {
    guard let decided = election.decidingTie(elected: Set(chosen)) else {
      let tied = election.tied
      throw Failure.field(
        field,
        .invalidField,
        tied.isEmpty
          ? LocalizedText("no candidates are level at the last seat", "没有得票相同待定的候选人")
          : LocalizedText(
            "expected \(election.vacantSeats) of \(tied.joined(separator: ", "))",
            "应在得票相同的候选人中确定 \(election.vacantSeats) 人"
          )
      )
    }
    election = decided
  }

  /// The elected candidates, most votes first.
  var elected: [Candidate] { election.elected.compactMap { slate[$0] } }

  /// Why the result is not valid; empty where it is. A by-election fills what it can.
  var breaches: [RuleBreach] {
    if let breach = voteRules.participationBreach(election.participation) { return [breach] }
    guard isByElection else { return rules.sizeBreaches(members: election.elected.count) }
    if election.elected.isEmpty {
      let best = election.standings.first?.approval ?? DoubleShare(area: Share(0, of: 0), heads: Share(0, of: 0))
      return [voteRules.majorityBreach(best, .ordinary)].compactMap(\.self)
    }
    return rules.sizeBreaches(members: remaining + elected.count).filter { $0.rule == rules.sizeMaximum }
  }

  /// Checks a count of party members among the elected that the caller gives; 0 for none given.
  func check(partyMembers: Int32, field: String) throws(RPCError) {
    let recorded = Int32(elected.count(where: \.partyMember))
    guard partyMembers != 0, !(recorded...Int32(elected.count)).contains(partyMembers) else { return }
    throw Failure.field(
      field,
      .invalidField,
      LocalizedText("does not agree with the candidates' records", "与候选人登记信息不一致")
    )
  }

  /// Writes the outcome into the election. The count of party members comes from the candidates unless the caller knows of
  /// more.
  func record(in election: inout Election, partyMembers: Int32) {
    election.state = .counted
    election.partyMemberCount = max(partyMembers, Int32(elected.count(where: \.partyMember)))
    election.candidateResults = self.election.standings.map { standing in
      .with {
        $0.candidate = standing.candidate
        $0.forAreaHundredths = standing.inFavour.area
        $0.forHeads = standing.inFavour.heads
        $0.elected = standing.outcome == .elected
        $0.tied = standing.outcome == .tied
      }
    }
    let breaches = breaches
    election.valid = breaches.isEmpty
    election.warnings.removeAll { $0.field == "result" || $0.field == "party_member_count" }
    election.warnings += breaches.map { RuleWarning($0, field: "result") }
    guard breaches.isEmpty, let breach = partyBreach(Int(election.partyMemberCount)) else { return }
    election.warnings.append(RuleWarning(breach, field: "party_member_count"))
  }

  private func partyBreach(_ partyMembers: Int) -> RuleBreach? {
    guard !isByElection else { return nil }
    return rules.partyBreach(partyMembers: partyMembers, members: elected.count)
  }
}
