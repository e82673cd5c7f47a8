/// An action on an application for a subsidy with what it needs. Amounts are in fen (分).
public enum SubsidyCommand: Sendable, Hashable {
  /// Approve an amount.
  case approve(by: String, amount: Int64)
  /// Refuse, with a reason.
  case refuse(by: String, reason: String)
  /// Pay an amount.
  case pay(amount: Int64)

  /// The action.
  public var action: SubsidyAction {
    switch self {
    case .approve: .approve
    case .refuse: .refuse
    case .pay: .pay
    }
  }
}
