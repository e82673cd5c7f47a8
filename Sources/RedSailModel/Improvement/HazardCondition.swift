/// A condition of a step about a hazard that fails.
public enum HazardCondition: BilingualText, ProcessCondition {
  /// The order names nobody.
  case responsibleMissing
  /// The date to remedy it by lies before the order.
  case dueBefore(due: CivilDate, order: CivilDate)
  /// Whoever remedies a hazard does not verify it.
  case responsibleVerifies(String)
  /// A reason is required.
  case reasonMissing
  /// The event lies before the one before it.
  case beforeLast(day: CivilDate, last: CivilDate)

  /// What was expected and what came.
  public var english: String {
    switch self {
    case .responsibleMissing: "an order names the party that has to remedy the hazard"
    case .dueBefore(let due, let order): "the due date \(due) lies before the order of \(order)"
    case .responsibleVerifies(let party): "\(party) has to remedy the hazard; another verifies it"
    case .reasonMissing: "a reason is required"
    case .beforeLast(let day, let last): "\(day) lies before the hazard's last event on \(last)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .responsibleMissing: "责令整改须指明责任单位"
    case .dueBefore(let due, let order): "整改期限\(due)早于责令日\(order)"
    case .responsibleVerifies: "整改责任单位不得自行验收"
    case .reasonMissing: "须说明理由"
    case .beforeLast(let day, let last): "\(day)早于该隐患的上一事件日\(last)"
    }
  }
}
