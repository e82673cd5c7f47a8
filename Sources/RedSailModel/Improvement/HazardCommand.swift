/// An action on a hazard with what it needs.
public enum HazardCommand: Sendable, Hashable {
  /// Order it to be remedied by a day.
  case order(due: CivilDate)
  /// Report it remedied.
  case remedy(by: String)
  /// Verify the remediation.
  case verify(by: String)
  /// Find the remediation wanting, with a new date.
  case reject(by: String, due: CivilDate)

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
