/// A condition of a step in a committee's life that fails.
public enum CommitteeCondition: BilingualText, ProcessCondition {
  /// The member serves already.
  case memberTwice(String)
  /// No such member serves.
  case unknownMember(String)
  /// A reason is required.
  case reasonMissing
  /// The committee would be larger than the law allows.
  case rule(RuleBreach)
  /// The committee has handed over.
  case handedOver(CivilDate)
  /// The event lies before the one before it.
  case beforeLast(day: CivilDate, last: CivilDate)

  /// What was expected and what came.
  public var english: String {
    switch self {
    case .memberTwice(let key): "\(key) is a member already"
    case .unknownMember(let key): "\(key) is no member on that day"
    case .reasonMissing: "a reason is required"
    case .rule(let breach): breach.english
    case .handedOver(let day): "the committee handed over on \(day)"
    case .beforeLast(let day, let last): "\(day) lies before the committee's last event on \(last)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .memberTwice(let key): "“\(key)”已是委员"
    case .unknownMember(let key): "“\(key)”当日不是委员"
    case .reasonMissing: "须说明理由"
    case .rule(let breach): breach.chinese
    case .handedOver(let day): "已于\(day)移交"
    case .beforeLast(let day, let last): "\(day)早于该委员会的上一事件日\(last)"
    }
  }
}
