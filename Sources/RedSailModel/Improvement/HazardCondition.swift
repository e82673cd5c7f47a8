/// A condition of a step about a hazard that fails.
public enum HazardCondition: BilingualText, ProcessCondition {
  /// The date to remedy it by lies before the order.
  case dueBefore(due: CivilDate, order: CivilDate)
  /// Whoever remedies a hazard does not verify it.
  case remedierVerifies(String)
  /// The event lies before the one before it.
  case beforeLast(day: CivilDate, last: CivilDate)

  /// What was expected and what came.
  public var english: String {
    switch self {
    case .dueBefore(let due, let order): "the due date \(due) lies before the order of \(order)"
    case .remedierVerifies(let party): "\(party) remedied the hazard; another verifies it"
    case .beforeLast(let day, let last): "\(day) lies before the hazard's last event on \(last)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .dueBefore(let due, let order): "整改期限\(due)早于责令日\(order)"
    case .remedierVerifies: "整改人不得自行复查"
    case .beforeLast(let day, let last): "\(day)早于该隐患的上一事件日\(last)"
    }
  }
}
