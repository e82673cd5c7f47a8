/// What a ballot says of a question (表决意见). A ballot that follows the majority (从多数票) is not supported: it says
/// nothing of its own.
public enum VoteChoice: Int32, Sendable, Hashable, CaseIterable {
  /// For (同意).
  case inFavour = 1
  /// Against (反对).
  case against = 2
  /// Abstains (弃权): takes part, and is not in favour.
  case abstain = 3
}
