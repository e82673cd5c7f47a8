/// Where an application for a subsidy stands (财政补助申请状态).
public enum SubsidyState: Int32, ProcessState {
  /// Applied for (已申请).
  case applied = 1
  /// Approved (已批准).
  case approved = 2
  /// Refused (未批准).
  case refused = 3
  /// Paid in full (已拨付).
  case paid = 4

  /// The schema's name without its prefix.
  public var description: String {
    switch self {
    case .applied: "APPLIED"
    case .approved: "APPROVED"
    case .refused: "REFUSED"
    case .paid: "PAID"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .applied: "已申请"
    case .approved: "已批准"
    case .refused: "未批准"
    case .paid: "已拨付"
    }
  }

  /// What may be done in this state.
  public var allowedActions: [SubsidyAction] {
    switch self {
    case .applied: [.approve, .refuse]
    case .approved: [.pay]
    case .refused, .paid: []
    }
  }
}
