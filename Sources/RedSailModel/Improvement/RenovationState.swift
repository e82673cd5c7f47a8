/// Where a renovation project of an old compound stands (老旧小区改造项目状态).
public enum RenovationState: Int32, ProcessState {
  /// Planned (已计划).
  case planned = 1
  /// The way of property management is decided (已确定物业管理模式): the precondition (先决条件) of an approval.
  case modeDecided = 2
  /// Approved (已批准).
  case approved = 3
  /// Under construction (施工中).
  case underway = 4
  /// Completed (已完工).
  case completed = 5
  /// Given up (已取消).
  case cancelled = 6

  /// The schema's name without its prefix.
  public var description: String {
    switch self {
    case .planned: "PLANNED"
    case .modeDecided: "MODE_DECIDED"
    case .approved: "APPROVED"
    case .underway: "UNDERWAY"
    case .completed: "COMPLETED"
    case .cancelled: "CANCELLED"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .planned: "已计划"
    case .modeDecided: "已确定物业管理模式"
    case .approved: "已批准"
    case .underway: "施工中"
    case .completed: "已完工"
    case .cancelled: "已取消"
    }
  }

  /// What may be done in this state.
  public var allowedActions: [RenovationAction] {
    switch self {
    case .planned: [.decideMode, .cancel]
    case .modeDecided: [.decideMode, .approve, .cancel]
    case .approved: [.start, .cancel]
    case .underway: [.complete]
    case .completed, .cancelled: []
    }
  }
}
