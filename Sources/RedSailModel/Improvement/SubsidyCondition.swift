/// A condition of a step of a subsidy that fails. Amounts are in fen (分).
public enum SubsidyCondition: BilingualText, ProcessCondition {
  /// Whoever applies does not decide.
  case applicantDecides(String)
  /// An amount is 1 fen at least, and no more than was applied for or is left of what was approved.
  case amount(came: Int64, limit: Int64)
  /// A reason is required.
  case reasonMissing
  /// The event lies before the one before it.
  case beforeLast(day: CivilDate, last: CivilDate)

  /// What was expected and what came.
  public var english: String {
    switch self {
    case .applicantDecides(let party): "\(party) applied; another decides"
    case .amount(let came, let limit): "expected an amount from 1 to \(limit) fen, came \(came)"
    case .reasonMissing: "a reason is required"
    case .beforeLast(let day, let last): "\(day) lies before the application's last event on \(last)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .applicantDecides: "申请单位不得审批本单位的申请"
    case .amount(let came, let limit): "金额应为1至\(limit)分，收到\(came)分"
    case .reasonMissing: "须说明理由"
    case .beforeLast(let day, let last): "\(day)早于该申请的上一事件日\(last)"
    }
  }
}
