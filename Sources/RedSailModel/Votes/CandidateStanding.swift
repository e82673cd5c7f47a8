/// How a candidate came out of an election.
public struct CandidateStanding: Sendable, Hashable {
  /// How it ended for the candidate.
  public enum Outcome: Int32, Sendable, Hashable, CaseIterable {
    /// Elected (当选).
    case elected = 1
    /// Over the threshold, and level with others for fewer seats than they are (得票相同待定): the owners decide.
    case tied = 2
    /// Over the threshold, after all seats were filled (票数靠后未当选).
    case surplus = 3
    /// Not over the threshold, or too few owners took part (未过半).
    case notElected = 4
  }

  /// The candidate's key.
  public let candidate: String
  /// Those in favour.
  public let inFavour: VoteWeight
  /// Those in favour among those who took part.
  public let approval: DoubleShare
  /// How it ended.
  public internal(set) var outcome: Outcome
}
