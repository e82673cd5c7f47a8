/// An exclusive unit (专有部分) whose owner votes.
public struct VotingUnit: Sendable, Hashable {
  /// The unit's key.
  public let key: String
  /// The exclusive area in hundredths of m².
  public let area: Int64
  /// The owner's opaque key. Joint owners of a unit are one owner under one key of their own; the developer holds all
  /// unsold units under one key.
  public let owner: String
  /// Whether the unit gives area and a head. A parking space, a market stall or a store room gives neither, unless the
  /// assembly's rules of procedure say so.
  public let isCounted: Bool

  /// Makes a unit.
  public init(key: String, area: Int64, owner: String, isCounted: Bool = true) {
    self.key = key
    self.area = area
    self.owner = owner
    self.isCounted = isCounted
  }
}
