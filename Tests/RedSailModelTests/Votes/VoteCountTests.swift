internal import RedSailModel
internal import Testing

@Suite("Counting ballots by area and heads")
struct VoteCountTests {
  /// Ten units: eight owners with one of 100 m² each, and the developer with two of 300 m²; a parking space counts for
  /// nothing. Area 1,400 m², heads 9.
  static let units =
    (1...8).map { VotingUnit(key: "u\($0)", area: 10_000, owner: "o\($0)") } + [
      VotingUnit(key: "d1", area: 30_000, owner: "developer"),
      VotingUnit(key: "d2", area: 30_000, owner: "developer"),
      VotingUnit(key: "p1", area: 1_250, owner: "o1", isCounted: false),
    ]

  static func ballots(_ choices: [String: VoteChoice]) -> [UnitBallot] {
    choices.map { UnitBallot(unit: $0.key, choices: ["q": $0.value]) }
  }

  static func count(_ choices: [String: VoteChoice]) throws -> VoteCount {
    try VoteCount(ballots(choices), on: ["q"], in: Electorate(units))
  }

  @Test func `the developer is one head with all its area`() throws {
    let electorate = try Electorate(Self.units)
    #expect(electorate.total == VoteWeight(area: 140_000, heads: 9))
    let count = try Self.count(["d1": .inFavour, "d2": .inFavour, "u1": .against])
    #expect(count.participants == VoteWeight(area: 70_000, heads: 2))
    #expect(count.tallies["q"]?.inFavour == VoteWeight(area: 60_000, heads: 1))
    #expect(count.tallies["q"]?.against == VoteWeight(area: 10_000, heads: 1))
    #expect(count.approval(of: "q").area == Share(60_000, of: 70_000))
    #expect(count.approval(of: "q").heads == Share(1, of: 2))
  }

  @Test func `a jointly owned unit is one head, apart from what one of the joint owners has alone`() throws {
    let electorate = try Electorate([
      VotingUnit(key: "1", area: 8_000, owner: "zhang"),
      VotingUnit(key: "2", area: 9_000, owner: "zhang+li"),
      VotingUnit(key: "3", area: 7_000, owner: "zhang+li"),
    ])
    #expect(electorate.total == VoteWeight(area: 24_000, heads: 2))
  }

  @Test func `abstaining takes part and is not in favour`() throws {
    let rules = VoteRules(divisions: RuleFixture.jining, on: try CivilDate("2025-06-30"))
    // Six of nine heads and 1,000 of 1,400 m²: exactly two thirds of the heads.
    var choices: [String: VoteChoice] = ["d1": .inFavour, "d2": .inFavour, "u1": .inFavour, "u2": .inFavour]
    choices["u3"] = .abstain
    choices["u4"] = .abstain
    #expect(try Self.count(choices).participation.heads == Share(5, of: 9))
    #expect(try Self.count(choices).outcome(of: "q", .ordinary, rules: rules) == .noQuorum)
    choices["u5"] = .abstain
    let count = try Self.count(choices)
    #expect(count.participation.heads == Share(6, of: 9))
    #expect(count.participation.area == Share(110_000, of: 140_000))
    // Three of six heads: exactly half is not over half.
    #expect(count.outcome(of: "q", .ordinary, rules: rules) == .notCarried)
    choices["u5"] = .inFavour
    #expect(try Self.count(choices).outcome(of: "q", .ordinary, rules: rules) == .carried)
    // Four of six heads are not three quarters.
    #expect(try Self.count(choices).outcome(of: "q", .special, rules: rules) == .notCarried)
  }

  @Test func `a question left out is an abstention`() throws {
    let ballots = [
      UnitBallot(unit: "d1", choices: ["a": .inFavour]),
      UnitBallot(unit: "d2", choices: ["a": .inFavour, "b": .abstain]),
      UnitBallot(unit: "u1", choices: [:]),
    ]
    let count = try VoteCount(ballots, on: ["a", "b"], in: Electorate(Self.units))
    #expect(count.participants == VoteWeight(area: 70_000, heads: 2))
    #expect(count.tallies["a"]?.inFavour == VoteWeight(area: 60_000, heads: 1))
    #expect(count.tallies["a"]?.abstained == VoteWeight(area: 10_000, heads: 1))
    #expect(count.tallies["b"]?.abstained == VoteWeight(area: 70_000, heads: 2))
  }

  @Test func `numbers counted on paper are taken up if they can be`() throws {
    let electorate = VoteWeight(area: 100_000, heads: 10)
    let participants = VoteWeight(area: 80_000, heads: 8)
    func refusal(
      _ electorate: VoteWeight,
      _ participants: VoteWeight,
      _ tally: VoteTally = VoteTally(inFavour: VoteWeight())
    ) -> VoteRecordError? {
      do throws(VoteRecordError) {
        _ = try VoteCount(recorded: electorate, participants: participants, tallies: ["a": tally])
        return nil
      } catch {
        return error
      }
    }
    let whole = VoteTally(
      inFavour: VoteWeight(area: 60_000, heads: 5),
      against: VoteWeight(area: 10_000, heads: 2),
      abstained: VoteWeight(area: 10_000, heads: 1)
    )
    #expect(refusal(electorate, participants, whole) == nil)
    let recorded = try VoteCount(recorded: electorate, participants: participants, tallies: ["a": whole])
    #expect(recorded.approval(of: "a").heads == Share(5, of: 8))
    #expect(recorded.participation.area == Share(80_000, of: 100_000))
    let heavy = VoteTally(inFavour: VoteWeight(area: 80_000, heads: 1), against: VoteWeight(area: 1, heads: 1))
    #expect(refusal(electorate, participants, heavy) == .sides("a", participants: participants))
    let many = VoteTally(inFavour: VoteWeight(area: 1, heads: 8), abstained: VoteWeight(area: 1, heads: 1))
    #expect(refusal(electorate, participants, many) == .sides("a", participants: participants))
    let negative = VoteTally(inFavour: VoteWeight(area: 1, heads: 1), against: VoteWeight(area: -1, heads: 0))
    #expect(refusal(electorate, participants, negative) == .sides("a", participants: participants))
    let tooMany = VoteWeight(area: 80_000, heads: 11)
    #expect(refusal(electorate, tooMany) == .participants(tooMany, electorate: electorate))
    let crowd = VoteWeight(area: 3, heads: 4)
    #expect(refusal(crowd, VoteWeight()) == .electorate(crowd))
    let below = VoteWeight(area: -1, heads: -1)
    #expect(refusal(below, VoteWeight()) == .electorate(below))
  }

  @Test func `the head of an owner whose ballots differ is on no side`() throws {
    let count = try Self.count(["d1": .inFavour, "d2": .against, "u1": .inFavour])
    let tally = try #require(count.tallies["q"])
    #expect(count.participants == VoteWeight(area: 70_000, heads: 2))
    #expect(tally.inFavour == VoteWeight(area: 40_000, heads: 1))
    #expect(tally.against == VoteWeight(area: 30_000, heads: 0))
    #expect(tally.dividedHeads == 1)
  }

  @Test func `ballots that cannot be counted are refused`() throws {
    let electorate = try Electorate(Self.units)
    func refusal(_ ballots: [UnitBallot], seats: Int? = nil) -> BallotError? {
      do throws(BallotError) {
        _ = try VoteCount(ballots, on: ["a", "b"], seats: seats, in: electorate)
        return nil
      } catch {
        return error
      }
    }
    func ballot(_ unit: String, _ choices: [String: VoteChoice] = ["a": .inFavour, "b": .inFavour]) -> UnitBallot {
      UnitBallot(unit: unit, choices: choices)
    }
    #expect(refusal([ballot("u1"), ballot("u2")]) == nil)
    #expect(refusal([ballot("u1"), ballot("u1")]) == .unitTwice("u1"))
    #expect(refusal([ballot("u9")]) == .unknownUnit("u9"))
    #expect(refusal([ballot("p1")]) == .uncountedUnit("p1"))
    #expect(refusal([ballot("u1", ["a": .against])]) == nil)
    #expect(
      refusal([ballot("u1", ["a": .against, "b": .abstain, "c": .against])])
        == .unknownQuestion(unit: "u1", question: "c")
    )
    #expect(refusal([ballot("u1")], seats: 1) == .tooManyInFavour(unit: "u1", came: 2, seats: 1))
    #expect(refusal([ballot("u1")], seats: 2) == nil)
  }

  @Test func `lists that are no electorate are refused`() {
    func refusal(_ units: [VotingUnit]) -> ElectorateError? {
      do throws(ElectorateError) {
        _ = try Electorate(units)
        return nil
      } catch {
        return error
      }
    }
    let unit = VotingUnit(key: "1", area: 1, owner: "a")
    #expect(refusal([unit]) == nil)
    #expect(refusal([unit, unit]) == .unitTwice("1"))
    #expect(refusal([VotingUnit(key: "1", area: 0, owner: "a")]) == .area("1", came: 0))
    #expect(refusal([VotingUnit(key: "1", area: Electorate.areaLimit, owner: "a")]) == nil)
    let tooLarge = Electorate.areaLimit + 1
    #expect(refusal([VotingUnit(key: "1", area: tooLarge, owner: "a")]) == .area("1", came: tooLarge))
    #expect(refusal([VotingUnit(key: "1", area: 5, owner: "")]) == .ownerMissing("1"))
  }

  /// Whatever is cast: areas and heads on all sides add up to those that took part.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `sides add up to the participants`(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let units = (0..<200).map { index in
      VotingUnit(
        key: "u\(index)",
        area: .random(in: 1...Electorate.areaLimit, using: &generator),
        owner: "o\(Int.random(in: 0..<80, using: &generator))"
      )
    }
    let cast = units.filter { _ in Bool.random(using: &generator) }
    let ballots = cast.map { unit in
      UnitBallot(unit: unit.key, choices: ["q": VoteChoice.allCases.randomElement(using: &generator) ?? .abstain])
    }
    let count = try VoteCount(ballots, on: ["q"], in: Electorate(units))
    let tally = try #require(count.tallies["q"])
    let sides = [tally.inFavour, tally.against, tally.abstained]
    #expect(sides.map(\.area).reduce(0, +) == cast.map(\.area).reduce(0, +))
    #expect(sides.map(\.heads).reduce(tally.dividedHeads, +) == Int64(Set(cast.map(\.owner)).count))
    #expect(count.participants.heads == Int64(Set(cast.map(\.owner)).count))
    #expect(count.electorate.heads == Int64(Set(units.map(\.owner)).count))
  }
}
