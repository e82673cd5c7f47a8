/// A committee's life as it stands (业主委员会).
public struct CommitteeSnapshot: Sendable, Hashable, ProcessSnapshot {
  /// How a committee ended before its term.
  public struct Ending: Sendable, Hashable {
    /// ``CommitteeState/dissolved`` or ``CommitteeState/recalled``.
    public let state: CommitteeState
    /// The first day on which it no longer serves.
    public let day: CivilDate

    /// Makes an ending.
    public init(_ state: CommitteeState, on day: CivilDate) {
      self.state = state
      self.day = day
    }
  }

  /// The term.
  public let term: CommitteeTerm
  /// All members, those who left among them.
  public internal(set) var members: [CommitteeMember]
  /// How it ended before its term, if it did.
  public internal(set) var ending: Ending?
  /// The day of the handover (移交).
  public internal(set) var handedOver: CivilDate?
  /// The day of the last event.
  public internal(set) var lastEvent: CivilDate

  /// Takes up a committee.
  public init(
    term: CommitteeTerm,
    members: [CommitteeMember],
    ending: Ending? = nil,
    handedOver: CivilDate? = nil,
    lastEvent: CivilDate? = nil
  ) {
    self.term = term
    self.members = members
    self.ending = ending
    self.handedOver = handedOver
    self.lastEvent = lastEvent ?? term.start
  }

  /// Where the committee's life stands on a day; a term runs out without an event.
  public func state(on day: CivilDate) -> CommitteeState {
    if let ending, ending.day <= day { return ending.state }
    return term.isExpired(on: day) ? .expired : .serving
  }

  /// The days on which it serves.
  public var servingPeriod: DatePeriod {
    DatePeriod(from: term.start, to: min(term.end, ending?.day ?? term.end))
  }

  /// The members who serve on a day.
  public func members(on day: CivilDate) -> [CommitteeMember] { members.filter { $0.serves(on: day) } }

  /// What is not as the rules want it on a day: the size, and the share of party members. Reported, not refused; nothing
  /// is reported of a committee that does not serve.
  public func breaches(on day: CivilDate, rules: CommitteeRules) -> [RuleBreach] {
    guard servingPeriod.contains(day) else { return [] }
    let serving = members(on: day)
    let party = rules.partyBreach(partyMembers: serving.count(where: \.isPartyMember), members: serving.count)
    return rules.sizeBreaches(members: serving.count) + [party].compactMap(\.self)
  }
}
