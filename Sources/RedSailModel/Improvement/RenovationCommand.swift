/// An action of a renovation project with what it needs.
public enum RenovationCommand: Sendable, Hashable {
  /// Decide the way of property management. The decision is the document or vote by which the owners chose it.
  case decideMode(PropertyManagementMode, decision: String)
  /// Approve.
  case approve
  /// Start construction.
  case start
  /// Complete.
  case complete
  /// Give the project up.
  case cancel(reason: String)

  /// The action.
  public var action: RenovationAction {
    switch self {
    case .decideMode: .decideMode
    case .approve: .approve
    case .start: .start
    case .complete: .complete
    case .cancel: .cancel
    }
  }
}
