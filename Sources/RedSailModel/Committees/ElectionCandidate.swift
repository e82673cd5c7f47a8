/// A candidate for an owners' committee (业委会候选人), with all decisions on them.
public struct ElectionCandidate: Sendable, Hashable {
  /// The candidate's key within the election.
  public let key: String
  /// Who proposed the candidate.
  public let proposer: String
  /// Where the candidate comes from.
  public let category: CandidateCategory
  /// Whether the candidate is a party member (党员).
  public let isPartyMember: Bool
  /// The decisions, in order: the first, then those of reviews. The last one counts.
  public internal(set) var decisions: [VettingDecision]

  /// Makes a candidate.
  public init(
    key: String,
    proposer: String,
    category: CandidateCategory,
    isPartyMember: Bool,
    decisions: [VettingDecision] = []
  ) {
    self.key = key
    self.proposer = proposer
    self.category = category
    self.isPartyMember = isPartyMember
    self.decisions = decisions
  }

  /// Whether the last decision lets the candidate stand; nil while there is none.
  public var isApproved: Bool? { decisions.last.map { $0.outcome == .approved } }
}
