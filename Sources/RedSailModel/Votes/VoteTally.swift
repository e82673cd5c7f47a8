/// What was cast on one question or for one candidate.
///
/// Area counts by unit. A head counts on a side when all the owner's ballots are on it; the head of an owner whose
/// ballots differ takes part and is on no side.
public struct VoteTally: Sendable, Hashable {
  /// For.
  public internal(set) var inFavour = VoteWeight()
  /// Against.
  public internal(set) var against = VoteWeight()
  /// Abstained.
  public internal(set) var abstained = VoteWeight()
  /// Owners whose ballots differ.
  public internal(set) var dividedHeads: Int64 = 0

  /// Makes a tally of what was counted elsewhere.
  public init(inFavour: VoteWeight, against: VoteWeight = VoteWeight(), abstained: VoteWeight = VoteWeight()) {
    self.inFavour = inFavour
    self.against = against
    self.abstained = abstained
  }

  init() {}

  mutating func add(area: Int64, _ choice: VoteChoice) { self[choice].area += area }
  mutating func addHead(_ choice: VoteChoice) { self[choice].heads += 1 }

  private subscript(choice: VoteChoice) -> VoteWeight {
    get {
      switch choice {
      case .inFavour: inFavour
      case .against: against
      case .abstain: abstained
      }
    }
    set {
      switch choice {
      case .inFavour: inFavour = newValue
      case .against: against = newValue
      case .abstain: abstained = newValue
      }
    }
  }
}
