/// The intervals of a member's development (中国共产党发展党员工作细则), with their source.
public struct MemberRules: Sendable, Hashable {
  /// How many months an activist is trained, at least.
  public let activistMonths: RuleValue
  /// How many months probation lasts.
  public let probationMonths: RuleValue

  /// The rules that hold in a division on a day.
  public init(_ table: RuleTable = .shipped, divisions: [String], on day: CivilDate) {
    activistMonths = table.resolve(.memberActivistToTargetMonths, divisions: divisions, on: day)
    probationMonths = table.resolve(.memberProbationMonths, divisions: divisions, on: day)
  }

  /// The rule for how long a stage lasts at least; nil where the next may follow on the same day.
  public func interval(in stage: MemberStage) -> RuleValue? {
    switch stage {
    case .activist: activistMonths
    case .probationary: probationMonths
    case .applicant, .developmentTarget, .fullMember: nil
    }
  }
}
