/// Ballots counted by area and by heads, before any threshold is applied.
public struct VoteCount: Sendable, Hashable {
  /// All area and all heads that could take part.
  public let electorate: VoteWeight
  /// The area and the heads that took part.
  public let participants: VoteWeight
  /// The tallies, by the question's or candidate's key.
  public let tallies: [String: VoteTally]

  /// Counts ballots.
  ///
  /// - Parameters:
  ///   - ballots: The ballots, one a unit.
  ///   - questions: The keys of the questions or candidates. A ballot abstains from those that it says nothing of.
  ///   - seats: For a candidate election, how many candidates a ballot may be in favour of.
  ///   - electorate: The units with their owners.
  /// - Throws: ``BallotError``, of the first ballot that cannot be counted.
  public init(
    _ ballots: some Sequence<UnitBallot>,
    on questions: Set<String>,
    seats: Int? = nil,
    in electorate: Electorate
  ) throws(BallotError) {
    var tallies = Dictionary(uniqueKeysWithValues: questions.map { ($0, VoteTally()) })
    var seen: Set<String> = []
    var choicesOfOwners: [String: [String: VoteChoice?]] = [:]
    var area: Int64 = 0
    for ballot in ballots {
      let unit = try Self.check(ballot, on: questions, seats: seats, in: electorate)
      guard seen.insert(unit.key).inserted else { throw .unitTwice(unit.key) }
      area += unit.area
      for question in questions {
        let choice = ballot.choices[question] ?? .abstain
        tallies[question]?.add(area: unit.area, choice)
        let before = choicesOfOwners[unit.owner]?[question]
        let isDivided = before.map { $0 != choice } ?? false
        choicesOfOwners[unit.owner, default: [:]].updateValue(isDivided ? nil : choice, forKey: question)
      }
      if questions.isEmpty { choicesOfOwners[unit.owner] = [:] }
    }
    for (question, choice) in choicesOfOwners.values.joined() {
      if let choice { tallies[question]?.addHead(choice) } else { tallies[question]?.dividedHeads += 1 }
    }
    self.electorate = electorate.total
    participants = VoteWeight(area: area, heads: Int64(choicesOfOwners.count))
    self.tallies = tallies
  }

  /// Takes up what was counted elsewhere, such as on paper.
  ///
  /// - Parameters:
  ///   - electorate: All area and all heads.
  ///   - participants: The area and the heads that took part.
  ///   - tallies: What was cast, by the question's or candidate's key.
  /// - Throws: ``VoteRecordError`` where the numbers cannot be.
  public init(
    recorded electorate: VoteWeight,
    participants: VoteWeight,
    tallies: [String: VoteTally]
  ) throws(VoteRecordError) {
    let none = VoteWeight()
    guard electorate.isWithin(from: none, to: VoteWeight(area: .max, heads: .max)), electorate.heads <= electorate.area
    else { throw .electorate(electorate) }
    guard participants.isWithin(from: none, to: electorate) else {
      throw .participants(participants, electorate: electorate)
    }
    for (question, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      var left = participants
      for side in [tally.inFavour, tally.against, tally.abstained] {
        guard side.isWithin(from: none, to: left) else { throw .sides(question, participants: participants) }
        left = VoteWeight(area: left.area - side.area, heads: left.heads - side.heads)
      }
    }
    self.electorate = electorate
    self.participants = participants
    self.tallies = tallies
  }

  private static func check(
    _ ballot: UnitBallot,
    on questions: Set<String>,
    seats: Int?,
    in electorate: Electorate
  ) throws(BallotError) -> VotingUnit {
    guard let unit = electorate.units[ballot.unit] else {
      throw electorate.uncounted.contains(ballot.unit) ? .uncountedUnit(ballot.unit) : .unknownUnit(ballot.unit)
    }
    if let question = ballot.choices.keys.sorted().first(where: { !questions.contains($0) }) {
      throw .unknownQuestion(unit: unit.key, question: question)
    }
    let chosen = ballot.choices.values.count { $0 == .inFavour }
    if let seats, chosen > seats { throw .tooManyInFavour(unit: unit.key, came: chosen, seats: seats) }
    return unit
  }

  /// The participation among all owners.
  public var participation: DoubleShare { participants.share(of: electorate) }

  /// Those in favour of a question among those who took part; nothing for a question that was not asked.
  public func approval(of question: String) -> DoubleShare {
    (tallies[question]?.inFavour ?? VoteWeight()).share(of: participants)
  }

  /// The outcome of a question.
  public func outcome(of question: String, _ majority: VoteMajority, rules: VoteRules) -> VoteOutcome {
    rules.outcome(participation: participation, approval: approval(of: question), majority)
  }
}
