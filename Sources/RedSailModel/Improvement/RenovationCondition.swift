/// A condition of a step of a renovation project that fails.
public enum RenovationCondition: BilingualText, ProcessCondition {
  /// The decision on the way of property management is not named.
  case decisionMissing
  /// A reason is required.
  case reasonMissing
  /// The event lies before the one before it.
  case beforeLast(day: CivilDate, last: CivilDate)

  /// What was expected and what came.
  public var english: String {
    switch self {
    case .decisionMissing: "the document or vote that decided the way of property management is required"
    case .reasonMissing: "a reason is required"
    case .beforeLast(let day, let last): "\(day) lies before the project's last event on \(last)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .decisionMissing: "须注明确定物业管理模式的文件或表决"
    case .reasonMissing: "须说明理由"
    case .beforeLast(let day, let last): "\(day)早于该项目的上一事件日\(last)"
    }
  }
}
