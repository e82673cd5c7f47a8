/// The majority that a decision of owners needs, among those who take part (Civil Code §278).
public enum VoteMajority: Int32, Sendable, Hashable, CaseIterable {
  /// More than half of the area and of the heads (过半数): exactly half is not enough.
  case ordinary = 1
  /// Three quarters of the area and of the heads, or more (四分之三以上): 以上 includes the number (§1259).
  case special = 2
}
