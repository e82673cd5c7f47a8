/// An action of an election with what it needs.
public enum ElectionCommand: Sendable, Hashable {
  /// Propose a candidate.
  case propose(ElectionCandidate)
  /// Withdraw a candidate.
  case withdraw(candidate: String)
  /// Decide on a candidate.
  case vet(candidate: String, VettingDecision)
  /// Decide again on a candidate.
  case review(candidate: String, VettingDecision)
  /// Open the ballot.
  case openBallot
  /// Record the result.
  case count(CandidateElection)
  /// Enter which of the tied candidates the owners chose, as many as there are seats left.
  case decideTie(elected: Set<String>)
  /// Record the committee that came of it.
  case file
  /// Give the election up.
  case cancel(reason: String)

  /// The action.
  public var action: ElectionAction {
    switch self {
    case .propose: .propose
    case .withdraw: .withdraw
    case .vet: .vet
    case .review: .review
    case .openBallot: .openBallot
    case .count: .count
    case .decideTie: .decideTie
    case .file: .file
    case .cancel: .cancel
    }
  }
}
