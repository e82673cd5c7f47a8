/// A stage of a member's development (发展党员阶段); the raw values are those of the schema.
public enum MemberStage: Int32, ProcessTerm, Comparable {
  /// Has applied (入党申请人).
  case applicant = 1
  /// Activist (入党积极分子).
  case activist = 2
  /// Development target (发展对象).
  case developmentTarget = 3
  /// Probationary member (预备党员).
  case probationary = 4
  /// Full member (正式党员).
  case fullMember = 5

  /// The stage that follows; nil after the last.
  public var next: MemberStage? { MemberStage(rawValue: rawValue + 1) }

  /// The schema's name without its prefix.
  public var description: String {
    switch self {
    case .applicant: "APPLICANT"
    case .activist: "ACTIVIST"
    case .developmentTarget: "TARGET"
    case .probationary: "PROBATIONARY"
    case .fullMember: "FULL"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .applicant: "入党申请人"
    case .activist: "入党积极分子"
    case .developmentTarget: "发展对象"
    case .probationary: "预备党员"
    case .fullMember: "正式党员"
    }
  }

  /// Earlier is less.
  public static func < (left: MemberStage, right: MemberStage) -> Bool { left.rawValue < right.rawValue }
}
