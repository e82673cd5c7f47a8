/// An election of an owners' committee as it stands.
public struct ElectionSnapshot: Sendable, Hashable, ProcessSnapshot {
  /// The members who stay on in a by-election (补选).
  public struct Remaining: Sendable, Hashable {
    /// None: a first election or a re-election fills all seats.
    public static let none = Remaining(members: 0, partyMembers: 0)

    /// How many stay.
    public let members: Int
    /// How many of them are party members.
    public let partyMembers: Int

    /// Makes a count.
    public init(members: Int, partyMembers: Int) {
      self.members = members
      self.partyMembers = partyMembers
    }
  }

  /// The state.
  public internal(set) var state: ElectionState
  /// The seats to fill.
  public let seats: Int
  /// The members who stay on.
  public let remaining: Remaining
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
  /// - Parameters:
  ///   - day: The day on which preparations begin.
  ///   - seats: The seats to fill.
  ///   - remaining: In a by-election, the members who stay on.
  ///   - rules: The rules for the committee.
  /// - Throws: ``RuleBreach`` where the committee would not have a lawful size with all seats filled.
  public init(
    starting day: CivilDate,
    seats: Int,
    remaining: Remaining = .none,
    rules: CommitteeRules
  ) throws(RuleBreach) {
    try rules.checkSize(seats: seats + remaining.members)
    self.init(state: .preparing, seats: seats, remaining: remaining, candidates: [], lastEvent: day)
  }

  /// Takes up an election that is stored.
  public init(
    state: ElectionState,
    seats: Int,
    remaining: Remaining = .none,
    candidates: [ElectionCandidate],
    result: CandidateElection? = nil,
    resultBreaches: [RuleBreach] = [],
    lastEvent: CivilDate
  ) {
    self.state = state
    self.seats = seats
    self.remaining = remaining
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
