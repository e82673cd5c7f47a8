/// What is done in a renovation project.
public enum RenovationAction: Int32, ProcessTerm {
  /// Decide the way of property management, or change it before the approval (确定物业管理模式).
  case decideMode = 1
  /// Approve (批准).
  case approve = 2
  /// Start construction (开工).
  case start = 3
  /// Complete (完工).
  case complete = 4
  /// Give the project up before its construction (取消).
  case cancel = 5

  /// The action's name.
  public var description: String {
    switch self {
    case .decideMode: "DECIDE_MODE"
    case .approve: "APPROVE"
    case .start: "START"
    case .complete: "COMPLETE"
    case .cancel: "CANCEL"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .decideMode: "确定物业管理模式"
    case .approve: "批准"
    case .start: "开工"
    case .complete: "完工"
    case .cancel: "取消"
    }
  }
}
