/// An election of an owners' committee as it stands.
public struct ElectionSnapshot: Sendable, Hashable, ProcessSnapshot {
  /// The state.
  public internal(set) var state: ElectionState
  /// The seats to fill.
  public let seats: Int
  /// The candidates.
  public internal(set) var candidates: [ElectionCandidate]
  /// The recorded result.
  public internal(set) var result: CandidateElection?
  /// Why the result is not valid; empty where it is.
  public internal(set) var resultBreaches: [RuleBreach]
  /// The day of the last event.
  public internal(set) var lastEvent: CivilDate

  /// Starts an election.
  ///
  /// - Throws: ``RuleBreach`` where the number of seats is not lawful.
  public init(starting day: CivilDate, seats: Int, rules: CommitteeRules) throws(RuleBreach) {
    try rules.checkSize(seats: seats)
    self.init(state: .preparing, seats: seats, candidates: [], lastEvent: day)
  }

  /// Takes up an election that is stored.
  public init(
    state: ElectionState,
    seats: Int,
    candidates: [ElectionCandidate],
    result: CandidateElection? = nil,
    resultBreaches: [RuleBreach] = [],
    lastEvent: CivilDate
  ) {
    self.state = state
    self.seats = seats
    self.candidates = candidates
    self.result = result
    self.resultBreaches = resultBreaches
    self.lastEvent = lastEvent
  }

  /// The candidates who may stand.
  public var approved: [ElectionCandidate] { candidates.filter { $0.isApproved == true } }

  /// Those elected, with their votes' order; none before the count.
  public var elected: [ElectionCandidate] {
    (result?.elected ?? []).compactMap { key in candidates.first { $0.key == key } }
  }
}
