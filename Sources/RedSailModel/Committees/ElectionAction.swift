/// What is done in an election of an owners' committee.
public enum ElectionAction: Int32, ProcessTerm {
  /// Propose a candidate (推荐候选人).
  case propose = 1
  /// Withdraw a candidate (退出候选).
  case withdraw = 2
  /// Decide on a candidate (审核).
  case vet = 3
  /// Decide again on a candidate (复核).
  case review = 4
  /// Open the ballot (开始投票).
  case openBallot = 5
  /// Record the result (计票).
  case count = 6
  /// Enter which of the tied candidates the owners chose (确定同票候选人).
  case decideTie = 7
  /// Record the committee that came of it (产生业委会).
  case file = 8
  /// Give the election up (取消).
  case cancel = 9

  /// The action's name.
  public var description: String {
    switch self {
    case .propose: "PROPOSE"
    case .withdraw: "WITHDRAW"
    case .vet: "VET"
    case .review: "REVIEW"
    case .openBallot: "OPEN_BALLOT"
    case .count: "COUNT"
    case .decideTie: "DECIDE_TIE"
    case .file: "FILE"
    case .cancel: "CANCEL"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .propose: "推荐候选人"
    case .withdraw: "退出候选"
    case .vet: "审核候选人"
    case .review: "复核候选人"
    case .openBallot: "开始投票"
    case .count: "计票"
    case .decideTie: "确定同票候选人"
    case .file: "产生业委会"
    case .cancel: "取消"
    }
  }
}
