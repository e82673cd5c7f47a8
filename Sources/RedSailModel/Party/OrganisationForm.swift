/// The forms of a party organisation (党组织形式); the raw values are those of the schema.
public enum OrganisationForm: Int32, Sendable, Hashable, CaseIterable {
  /// Committee (党委).
  case committee = 1
  /// General branch (党总支).
  case generalBranch = 2
  /// Branch (党支部).
  case branch = 3
  /// Joint branch of several units (联合党支部).
  case jointBranch = 4

  /// The parameter for its size.
  public var sizeParameter: RuleParameter {
    switch self {
    case .committee: .organisationCommitteeMinimumMembers
    case .generalBranch: .organisationGeneralBranchMinimumMembers
    case .branch, .jointBranch: .organisationBranchMinimumMembers
    }
  }

  /// The warning about an organisation that is smaller than its form has as a rule; nil where it is not. Sizes warn and
  /// never refuse.
  ///
  /// - Parameters:
  ///   - fullMembers: The full members (正式党员).
  ///   - table: The city's table.
  ///   - divisions: The division and its explicit parents, nearest first, up to the city.
  ///   - day: The day to judge.
  public func sizeWarning(
    fullMembers: Int,
    _ table: RuleTable = .shipped,
    divisions: [String],
    on day: CivilDate
  ) -> RuleBreach? {
    let rule = table.resolve(sizeParameter, divisions: divisions, on: day)
    guard fullMembers < rule.integer else { return nil }
    return RuleBreach(
      rule,
      came: fullMembers,
      english: "as a rule at least \(rule.integer) full members, came \(fullMembers)",
      chinese: "一般应有正式党员\(rule.integer)人以上，现为\(fullMembers)人"
    )
  }
}
