/// How a question ended.
public enum VoteOutcome: Int32, Sendable, Hashable, CaseIterable {
  /// Carried (通过).
  case carried = 1
  /// Enough owners took part, and not enough of them were in favour (未通过).
  case notCarried = 2
  /// Not enough owners took part (参与表决未达比例).
  case noQuorum = 3
}
