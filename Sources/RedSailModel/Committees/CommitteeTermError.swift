/// Why a term cannot be.
public enum CommitteeTermError: Error, Hashable {
  /// The last day lies before the first.
  case ended(start: CivilDate, lastDay: CivilDate)
  /// The term is too long.
  case tooLong(RuleBreach)
}

extension CommitteeTermError: BilingualText, CustomStringConvertible {
  /// What was expected and what came.
  public var english: String {
    switch self {
    case .ended(let start, let lastDay): "term: the last day \(lastDay) lies before the first, \(start)"
    case .tooLong(let breach): "term: \(breach.english)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .ended(let start, let lastDay): "任期届满日\(lastDay)早于起始日\(start)"
    case .tooLong(let breach): breach.chinese
    }
  }

  /// The English sentence.
  public var description: String { english }
}
