internal import RedSailModel
internal import Testing

@Suite("Candidate elections")
struct CandidateElectionTests {
  /// An election among owners with one unit of 100 m² each.
  ///
  /// - Parameters:
  ///   - votes: For each candidate how many of the participants are in favour.
  ///   - participants: How many of the owners take part.
  static func election(
    _ votes: [String: Int],
    seats: Int,
    participants: Int = 100,
    owners: Int = 100
  ) throws -> CandidateElection {
    let electorate = try Electorate((0..<owners).map { VotingUnit(key: "u\($0)", area: 10_000, owner: "o\($0)") })
    let ballots = (0..<participants).map { voter in
      UnitBallot(unit: "u\(voter)", choices: votes.mapValues { voter < $0 ? .inFavour : .against })
    }
    let count = try VoteCount(ballots, on: Set(votes.keys), in: electorate)
    let rules = VoteRules(divisions: RuleFixture.jining, on: try CivilDate("2025-06-30"))
    return CandidateElection(count, seats: seats, rules: rules)
  }

  @Test func `those over half are elected by votes`() throws {
    let result = try Self.election(["a": 90, "b": 51, "c": 50, "d": 70, "e": 60], seats: 3)
    #expect(result.elected == ["a", "d", "e"])
    #expect(result.standings.map(\.candidate) == ["a", "d", "e", "b", "c"])
    #expect(result.standings.map(\.outcome) == [.elected, .elected, .elected, .surplus, .notElected])
    #expect(result.vacantSeats == 0)
  }

  @Test func `exactly half is not elected, and the seat stays vacant`() throws {
    let result = try Self.election(["a": 90, "b": 51, "c": 50], seats: 3)
    #expect(result.elected == ["a", "b"])
    #expect(result.vacantSeats == 1)
  }

  @Test func `without two thirds taking part nobody is elected`() throws {
    let votes = ["a": 66, "b": 66, "c": 66]
    #expect(try Self.election(votes, seats: 3, participants: 66).elected.isEmpty)
    #expect(try !Self.election(votes, seats: 3, participants: 66).hasQuorum)
    #expect(try Self.election(votes, seats: 3, participants: 67).elected.count == 3)
  }

  @Test func `a tie at the last seat is reported, not decided`() throws {
    let result = try Self.election(["a": 90, "b": 60, "c": 60, "d": 60, "e": 55], seats: 3)
    #expect(result.elected == ["a"])
    #expect(result.tied == ["b", "c", "d"])
    #expect(result.vacantSeats == 2)
    #expect(result.standings.last?.outcome == .surplus)
    let decided = try #require(result.decidingTie(elected: ["b", "d"]))
    #expect(decided.elected == ["a", "b", "d"])
    #expect(decided.tied.isEmpty)
    #expect(result.decidingTie(elected: ["b"]) == nil)
    #expect(result.decidingTie(elected: ["b", "e"]) == nil)
    #expect(result.decidingTie(elected: ["b", "c", "d"]) == nil)
  }

  @Test func `level votes within the seats are no tie`() throws {
    #expect(try Self.election(["a": 60, "b": 60, "c": 60], seats: 3).tied.isEmpty)
    let result = try Self.election(["a": 60, "b": 60, "c": 60, "d": 55], seats: 3)
    #expect(result.elected == ["a", "b", "c"])
    #expect(result.tied.isEmpty)
    #expect(result.decidingTie(elected: []) == nil)
  }

  @Test func `level heads are told apart by area`() throws {
    let electorate = try Electorate([
      VotingUnit(key: "1", area: 10_000, owner: "a"), VotingUnit(key: "2", area: 10_001, owner: "b"),
      VotingUnit(key: "3", area: 10_000, owner: "c"),
    ])
    let ballots = [
      UnitBallot(unit: "1", choices: ["x": .inFavour, "y": .against]),
      UnitBallot(unit: "2", choices: ["x": .against, "y": .inFavour]),
      UnitBallot(unit: "3", choices: ["x": .inFavour, "y": .inFavour]),
    ]
    let count = try VoteCount(ballots, on: ["x", "y"], in: electorate)
    let rules = VoteRules(divisions: RuleFixture.jining, on: try CivilDate("2025-06-30"))
    let result = CandidateElection(count, seats: 1, rules: rules)
    #expect(result.elected == ["y"])
    #expect(result.tied.isEmpty)
  }
}
