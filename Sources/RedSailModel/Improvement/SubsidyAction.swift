/// What is done with an application for a subsidy.
public enum SubsidyAction: Int32, ProcessTerm {
  /// Approve (批准).
  case approve = 1
  /// Refuse (不予批准).
  case refuse = 2
  /// Pay, in full or an instalment (拨付).
  case pay = 3

  /// The action's name.
  public var description: String {
    switch self {
    case .approve: "APPROVE"
    case .refuse: "REFUSE"
    case .pay: "PAY"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .approve: "批准"
    case .refuse: "不予批准"
    case .pay: "拨付"
    }
  }
}
