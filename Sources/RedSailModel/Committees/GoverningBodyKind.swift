/// The kinds of body that govern a compound (小区治理主体).
public enum GoverningBodyKind: Int32, Sendable, Hashable, CaseIterable {
  /// Owners' committee (业主委员会).
  case ownersCommittee = 1
  /// Statutory property management committee (物业管理委员会).
  case managementCommittee = 2
  /// Community environment and property committee (社区环境和物业管理委员会, 环物委), which acts for the compounds of its
  /// community that no committee serves.
  case environmentCommittee = 3

  /// Whether the body is the compound's own, and so comes before its community's.
  public var isOwn: Bool { self != .environmentCommittee }
}
