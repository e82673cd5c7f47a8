/// The least share of party members (党员) on an owners' committee: a parameter of the city, 60 % in Jining ("达到60%以上",
/// and 以上 includes the number, Civil Code §1259).
public struct PartyRatio: Sendable, Hashable {
  /// Jining's parameter.
  public static let jining = PartyRatio(percent: 60)

  /// The least share in percent, 0...100.
  public let percent: Int

  /// Makes a parameter; a percentage outside 0...100 is brought to the nearer end.
  public init(percent: Int) {
    self.percent = min(max(percent, 0), 100)
  }

  /// The least number of party members on a committee of a number of seats.
  public func leastMembers(of seats: Int) -> Int {
    (seats * percent + 99) / 100
  }

  /// Whether a committee reaches the share. One without members has nothing to reach.
  public func isReached(partyMembers: Int, of seats: Int) -> Bool {
    partyMembers * 100 >= seats * percent
  }
}
