/// The thresholds of a vote, with their source (Civil Code §278 unless a table says otherwise).
public struct VoteRules: Sendable, Hashable {
  /// The least participation; the number itself is enough.
  public let participation: RuleValue
  /// What an ordinary decision must exceed.
  public let ordinary: RuleValue
  /// What a special decision must reach.
  public let special: RuleValue

  /// The thresholds that hold in a division on the day of the vote.
  public init(_ table: RuleTable = .shipped, divisions: [String], on day: CivilDate) {
    self.init { table.resolve($0, divisions: divisions, on: day) }
  }

  /// The thresholds as they are looked up one by one.
  public init<Failure: Error>(_ rule: (RuleParameter) throws(Failure) -> RuleValue) throws(Failure) {
    participation = try rule(.electionParticipation)
    ordinary = try rule(.electionOrdinary)
    special = try rule(.electionSpecial)
  }

  /// Whether enough owners took part.
  public func hasQuorum(_ participation: DoubleShare) -> Bool {
    participation.reaches(self.participation.fraction)
  }

  /// Whether a majority is there, among those who took part.
  public func carries(_ approval: DoubleShare, _ majority: VoteMajority) -> Bool {
    switch majority {
    case .ordinary: approval.exceeds(ordinary.fraction)
    case .special: approval.reaches(special.fraction)
    }
  }

  /// The outcome of a question.
  public func outcome(participation: DoubleShare, approval: DoubleShare, _ majority: VoteMajority) -> VoteOutcome {
    guard hasQuorum(participation) else { return .noQuorum }
    return carries(approval, majority) ? .carried : .notCarried
  }
}
