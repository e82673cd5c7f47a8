/// The result of an election of committee members: an ordinary decision on each candidate (Civil Code §278, item 3),
/// and the seats to those over the threshold who have most votes.
///
/// The law does not say what "most" counts: here it is heads, then area. Candidates level in both at the last seat are
/// reported as tied, not decided.
public struct CandidateElection: Sendable, Hashable {
  /// The number of seats.
  public let seats: Int
  /// The participation.
  public let participation: DoubleShare
  /// Whether enough owners took part.
  public let hasQuorum: Bool
  /// The candidates, most votes first; level ones by their keys.
  public private(set) var standings: [CandidateStanding]

  /// Decides an election.
  ///
  /// - Parameters:
  ///   - count: The counted ballots; its questions are the candidates.
  ///   - seats: The number of seats.
  ///   - rules: The thresholds.
  public init(_ count: VoteCount, seats: Int, rules: VoteRules) {
    self.init(
      inFavour: count.tallies.mapValues(\.inFavour),
      participants: count.participants,
      electorate: count.electorate,
      seats: seats,
      rules: rules
    )
  }

  /// Decides an election from the totals of a count.
  ///
  /// - Parameters:
  ///   - inFavour: What stands behind each candidate, by key.
  ///   - participants: All who took part.
  ///   - electorate: All who could.
  ///   - seats: The number of seats.
  ///   - rules: The thresholds.
  public init(
    inFavour: [String: VoteWeight],
    participants: VoteWeight,
    electorate: VoteWeight,
    seats: Int,
    rules: VoteRules
  ) {
    self.seats = seats
    let participation = participants.share(of: electorate)
    self.participation = participation
    let hasQuorum = rules.hasQuorum(participation)
    self.hasQuorum = hasQuorum
    let ranked = inFavour.map { (candidate: $0.key, votes: $0.value) }.sorted { left, right in
      if left.votes.heads != right.votes.heads { return left.votes.heads > right.votes.heads }
      if left.votes.area != right.votes.area { return left.votes.area > right.votes.area }
      return left.candidate < right.candidate
    }
    func isOver(_ votes: VoteWeight) -> Bool {
      hasQuorum && rules.carries(votes.share(of: participants), .ordinary)
    }
    let over = ranked.map(\.votes).filter(isOver)
    // Level votes on both sides of the last seat.
    let tie = seats > 0 && over.count > seats && over[seats - 1] == over[seats] ? over[seats] : nil
    var position = 0
    standings = ranked.map { entry in
      let outcome: CandidateStanding.Outcome
      if isOver(entry.votes) {
        outcome = entry.votes == tie ? .tied : position < seats ? .elected : .surplus
        position += 1
      } else {
        outcome = .notElected
      }
      return CandidateStanding(
        candidate: entry.candidate,
        inFavour: entry.votes,
        approval: entry.votes.share(of: participants),
        outcome: outcome
      )
    }
  }

  /// The result after the owners have chosen among the tied candidates, by a further vote or as their rules of procedure
  /// say; nil where those named are not tied, or are not as many as the seats that are left.
  public func decidingTie(elected: Set<String>) -> CandidateElection? {
    guard !elected.isEmpty, elected.count == vacantSeats, elected.isSubset(of: tied) else { return nil }
    var decided = self
    for index in standings.indices where standings[index].outcome == .tied {
      decided.standings[index].outcome = elected.contains(standings[index].candidate) ? .elected : .surplus
    }
    return decided
  }

  /// The keys of the elected candidates, most votes first.
  public var elected: [String] { standings.filter { $0.outcome == .elected }.map(\.candidate) }

  /// The keys of the candidates who are level at the last seat.
  public var tied: [String] { standings.filter { $0.outcome == .tied }.map(\.candidate) }

  /// The seats that nobody won.
  public var vacantSeats: Int { max(0, seats - elected.count) }
}
