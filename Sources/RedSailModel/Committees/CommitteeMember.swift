/// A member of a committee (委员) over the time served.
public struct CommitteeMember: Sendable, Hashable {
  /// The member's key.
  public let key: String
  /// Whether the member is a party member (党员).
  public let isPartyMember: Bool
  /// The first day.
  public let joined: CivilDate
  /// The first day on which the member no longer serves; nil while serving.
  public internal(set) var left: CivilDate?

  /// Makes a member.
  public init(key: String, isPartyMember: Bool, joined: CivilDate, left: CivilDate? = nil) {
    self.key = key
    self.isPartyMember = isPartyMember
    self.joined = joined
    self.left = left
  }

  /// Whether the member serves on a day.
  public func serves(on day: CivilDate) -> Bool { DatePeriod(from: joined, to: left).contains(day) }
}
