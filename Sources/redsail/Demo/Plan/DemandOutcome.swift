/// What becomes of a demand in the year.
enum DemandOutcome {
  /// Resolved where it was raised (现场解决).
  case onSite
  /// Resolved after dispatch, signing and handling, with what happened on the way.
  case handled(Detour)
  /// Handled and answered, which is not resolved (仅答复).
  case answered
  /// Withdrawn by who raised it (撤回).
  case withdrawn
  /// Not accepted (不予受理).
  case refused
  /// Merged into the demand before it (并单).
  case merged
  /// Still being handled at the end of the year, so many steps on its way.
  case pending(steps: Int)

  /// What happens on the way to a resolution.
  enum Detour {
    case none
    /// The first unit returns it and another gets it (退回).
    case returned
    /// The period is extended (延期).
    case extended
    /// The owner is not satisfied and it is taken up again (重办).
    case reopened
  }
}
