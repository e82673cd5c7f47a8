/// What owners decide together (业主共同决定事项); the raw values are the items of Civil Code §278.
public enum OwnersDecision: Int32, Sendable, Hashable, CaseIterable {
  /// Rules of procedure of the owners' assembly (业主大会议事规则).
  case proceduralRules = 1
  /// Management rules (管理规约).
  case managementRules = 2
  /// Election or replacement of committee members (选举或者更换业主委员会成员).
  case committeeElection = 3
  /// Hiring and dismissing the property firm (选聘和解聘物业服务企业).
  case firm = 4
  /// Using the maintenance fund (使用维修资金).
  case fundUse = 5
  /// Raising the maintenance fund (筹集维修资金).
  case fundRaising = 6
  /// Altering and rebuilding (改建、重建建筑物及其附属设施).
  case rebuilding = 7
  /// Changing the use of common parts, or business with them (改变共有部分的用途或者利用共有部分从事经营活动).
  case commonParts = 8
  /// Other important matters (其他重大事项).
  case other = 9

  /// The majority that the decision needs.
  public var majority: VoteMajority {
    switch self {
    case .fundRaising, .rebuilding, .commonParts: .special
    default: .ordinary
    }
  }
}
