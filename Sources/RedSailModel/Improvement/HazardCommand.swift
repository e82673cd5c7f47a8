/// An action on a hazard with what it needs.
public enum HazardCommand: Sendable, Hashable {
  /// Order a party to remedy it by a day.
  case order(responsible: String, due: CivilDate)
  /// Report it remedied.
  case remedy
  /// Verify the remediation.
  case verify(by: String)
  /// Find the remediation wanting, with a reason and a new date.
  case reject(by: String, reason: String, due: CivilDate)

  /// The action.
  public var action: HazardAction {
    switch self {
    case .order: .order
    case .remedy: .remedy
    case .verify: .verify
    case .reject: .reject
    }
  }
}
