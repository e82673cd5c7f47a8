internal import RedSailModel

/// What the scoreboard's figures are called.
extension LocalizedText {
  static let firmsWithOrganisation = LocalizedText("firms with a party organisation", "建立党组织的企业")
  static let firmsWithInstructor = LocalizedText("firms with an instructor", "选派党建指导员的企业")
  static let firmsCovered = LocalizedText("firms covered", "党的工作覆盖企业")
  static let coverage = LocalizedText("share of firms covered, %", "党的工作覆盖率（%）")
  static let promisesKept = LocalizedText("promises kept", "按期答复的承诺")
  static let promisesOverdue = LocalizedText("promises overdue", "逾期未答复的承诺")
  static let receptionDays = LocalizedText("reception days held", "举办的项目经理接待日")
  static let demands = LocalizedText("demands raised", "收集的诉求")
  static let demandsResolved = LocalizedText("demands resolved", "已解决的诉求")
  static let resolvedShare = LocalizedText("share of demands resolved, %", "诉求解决率（%）")

  static func closed(at level: TicketLevel) -> LocalizedText {
    switch level {
    case .grid: LocalizedText("closed in the grid", "网格办结")
    case .community: LocalizedText("closed in the community", "社区办结")
    case .street: LocalizedText("closed in the street", "街道办结")
    case .county: LocalizedText("closed in the county", "县区办结")
    }
  }
}
