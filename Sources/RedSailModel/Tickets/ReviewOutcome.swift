/// What the review of a refusal to accept decides (复核).
public enum ReviewOutcome: Int32, Sendable, Hashable, CaseIterable {
  /// The refusal stands.
  case upheld = 1
  /// The refusal falls and the ticket is accepted.
  case overturned = 2
}
