/// Where a hazard stands (隐患状态). Overdue is no state: it follows from the date.
public enum HazardState: Int32, ProcessState {
  /// Found (已发现).
  case found = 1
  /// Remediation ordered (已责令整改).
  case ordered = 2
  /// Remedied, as the responsible party says (已整改).
  case remedied = 3
  /// Verified by another (已验收).
  case verified = 4

  /// The schema's name without its prefix.
  public var description: String {
    switch self {
    case .found: "FOUND"
    case .ordered: "ORDERED"
    case .remedied: "REMEDIED"
    case .verified: "VERIFIED"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .found: "已发现"
    case .ordered: "已责令整改"
    case .remedied: "已整改"
    case .verified: "已验收"
    }
  }

  /// What may be done in this state.
  public var allowedActions: [HazardAction] {
    switch self {
    case .found: [.order]
    case .ordered: [.remedy]
    case .remedied: [.verify, .reject]
    case .verified: []
    }
  }
}
