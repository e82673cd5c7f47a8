/// Where the election of an owners' committee stands (选举状态); the raw values are those of the schema.
public enum ElectionState: Int32, ProcessState {
  /// Candidates are proposed and vetted (筹备、候选人审核).
  case preparing = 1
  /// Owners vote (投票中); every candidate has a decision.
  case ballotOpen = 2
  /// The ballots are counted and the result is recorded (已计票).
  case counted = 3
  /// The committee that came of it is recorded (已产生业委会).
  case filed = 4
  /// The election was given up (已取消).
  case cancelled = 5

  /// The schema's name without its prefix.
  public var description: String {
    switch self {
    case .preparing: "PREPARING"
    case .ballotOpen: "BALLOT_OPEN"
    case .counted: "COUNTED"
    case .filed: "FILED"
    case .cancelled: "CANCELLED"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .preparing: "筹备"
    case .ballotOpen: "投票中"
    case .counted: "已计票"
    case .filed: "已产生业委会"
    case .cancelled: "已取消"
    }
  }

  /// What may be done in this state.
  public var allowedActions: [ElectionAction] {
    switch self {
    case .preparing: [.propose, .withdraw, .vet, .review, .openBallot, .cancel]
    case .ballotOpen: [.count, .cancel]
    case .counted: [.decideTie, .file, .cancel]
    case .filed, .cancelled: []
    }
  }
}
