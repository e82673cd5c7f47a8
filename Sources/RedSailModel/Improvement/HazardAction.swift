/// What is done about a hazard (隐患处置).
public enum HazardAction: Int32, ProcessTerm {
  /// Order the remediation (责令整改).
  case order = 1
  /// Report it remedied (完成整改).
  case remedy = 2
  /// Verify the remediation (验收).
  case verify = 3
  /// Find the remediation wanting, with a new date (验收不通过).
  case reject = 4

  /// The action's name.
  public var description: String {
    switch self {
    case .order: "ORDER"
    case .remedy: "REMEDY"
    case .verify: "VERIFY"
    case .reject: "REJECT"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .order: "责令整改"
    case .remedy: "完成整改"
    case .verify: "验收"
    case .reject: "验收不通过"
    }
  }
}
