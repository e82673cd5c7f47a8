/// What a rule's value counts.
public enum RuleUnit: String, Sendable, Hashable, CaseIterable, BilingualText {
  /// Seats of a committee (席).
  case seats
  /// Years (年).
  case years
  /// Months (个月), counted by the calendar.
  case months
  /// Calendar days (日).
  case days
  /// Working days (个工作日).
  case workingDays
  /// Percent (%).
  case percent
  /// A share of a whole (占比), written as a fraction.
  case share
  /// Persons (人).
  case persons
  /// Points of a score (分).
  case points
  /// Meetings (次).
  case meetings
  /// Yes or no (是否).
  case truth

  /// The unit's English name.
  public var english: String {
    switch self {
    case .workingDays: "working days"
    case .truth: "yes or no"
    default: rawValue
    }
  }

  /// The unit's Chinese measure word.
  public var chinese: String {
    switch self {
    case .seats: "席"
    case .years: "年"
    case .months: "个月"
    case .days: "日"
    case .workingDays: "个工作日"
    case .percent: "%"
    case .share: "占比"
    case .persons: "人"
    case .points: "分"
    case .meetings: "次"
    case .truth: "是否"
    }
  }
}
