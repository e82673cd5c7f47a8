/// The ballot of one unit (表决票).
public struct UnitBallot: Sendable, Hashable {
  /// The unit's key.
  public let unit: String
  /// What it says, by the question's or candidate's key.
  public let choices: [String: VoteChoice]

  /// Makes a ballot.
  public init(unit: String, choices: [String: VoteChoice]) {
    self.unit = unit
    self.choices = choices
  }
}
