/// Where the election of an owners' committee stands (选举状态).
public enum ElectionState: Int32, ProcessState {
  /// Candidates are proposed and vetted (筹备).
  case preparing = 1
  /// Every candidate has a decision; the slate is closed (候选人已审核).
  case candidatesVetted = 2
  /// Owners vote (投票中).
  case ballotOpen = 3
  /// The ballots are counted and the result is recorded (已计票).
  case counted = 4
  /// The committee is filed (已备案).
  case filed = 5
  /// The election was given up (已取消).
  case cancelled = 6

  /// The schema's name without its prefix.
  public var description: String {
    switch self {
    case .preparing: "PREPARING"
    case .candidatesVetted: "CANDIDATES_VETTED"
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
    case .candidatesVetted: "候选人已审核"
    case .ballotOpen: "投票中"
    case .counted: "已计票"
    case .filed: "已备案"
    case .cancelled: "已取消"
    }
  }

  /// What may be done in this state.
  public var allowedActions: [ElectionAction] {
    switch self {
    case .preparing: [.propose, .withdraw, .vet, .review, .closeSlate, .cancel]
    case .candidatesVetted: [.withdraw, .review, .openBallot, .cancel]
    case .ballotOpen: [.count, .cancel]
    case .counted: [.decideTie, .file, .cancel]
    case .filed, .cancelled: []
    }
  }
}
