internal import RedSailModel
internal import Testing

@Suite("Election results: what makes them valid, and what only warns")
struct ElectionResultTests {
  let fixture: ElectionFixture

  init() throws {
    fixture = try ElectionFixture()
  }

  private func count(
    _ votes: [String: Int],
    seats: Int = 5,
    participants: Int = 100,
    _ candidates: [ElectionCandidate]? = nil
  ) throws -> ElectionSnapshot {
    try fixture.machine.apply(
      .count(ElectionFixture.result(votes, seats: seats, participants: participants)),
      to: fixture.election(.ballotOpen, seats: seats, candidates),
      on: fixture.day
    )
  }

  @Test func `without two thirds the result is recorded, not valid, and not filed`() throws {
    let counted = try count(ElectionFixture.clearVotes.mapValues { _ in 66 }, participants: 66)
    #expect(counted.state == .counted)
    #expect(counted.resultBreaches.map(\.parameter) == [.electionParticipation])
    #expect(fixture.condition(.file, counted) == .invalidResult(counted.resultBreaches))
    #expect(fixture.condition(.cancel(reason: "参与不足"), counted) == nil)
    #expect(try count(ElectionFixture.clearVotes.mapValues { _ in 67 }, participants: 67).resultBreaches.isEmpty)
  }

  @Test func `four elected are no committee of five`() throws {
    let counted = try count(["a": 95, "b": 90, "c": 85, "d": 80, "e": 50])
    #expect(counted.resultBreaches.map(\.parameter) == [.committeeSizeMinimum, .committeeSizeOdd])
  }

  @Test func `five of seven seats are a lawful committee, six are not`() throws {
    let candidates = fixture.candidates + [fixture.vetted("f"), fixture.vetted("g")]
    var votes = ElectionFixture.clearVotes.merging(["f": 50, "g": 10]) { $1 }
    #expect(try count(votes, seats: 7, candidates).resultBreaches.isEmpty)
    votes["f"] = 51
    #expect(try count(votes, seats: 7, candidates).resultBreaches.map(\.parameter) == [.committeeSizeOdd])
  }

  @Test func `a valid result stays whatever its share of party members`() throws {
    let candidates = ["a", "b", "c", "d", "e"].map { fixture.vetted($0, isPartyMember: $0 <= "b") }
    #expect(fixture.machine.slateWarning(fixture.election(.preparing, candidates)) != nil)
    #expect(fixture.condition(.openBallot, fixture.election(.preparing, candidates)) == nil)
    let counted = try count(ElectionFixture.clearVotes, candidates)
    #expect(counted.resultBreaches.isEmpty)
    let breach = try #require(fixture.machine.partyBreach(counted))
    #expect(breach.parameter == .committeeMinimumPartyPercent)
    #expect(breach.came == "2")
    #expect(fixture.condition(.file, counted) == nil)
    #expect(fixture.condition(.cancel(reason: "党员比例不足"), counted) == .validResult)
  }

  @Test func `a slate that could reach the share may still be elected below it`() throws {
    let candidates = ["a", "b", "c", "d", "e", "f"].map { fixture.vetted($0, isPartyMember: $0 >= "d") }
    #expect(fixture.machine.slateWarning(fixture.election(.preparing, candidates)) == nil)
    let counted = try count(ElectionFixture.clearVotes.merging(["f": 60]) { $1 }, candidates)
    #expect(counted.elected.count(where: \.isPartyMember) == 2)
    #expect(fixture.machine.partyBreach(counted)?.came == "2")
  }

  @Test func `a tie is decided by the owners and then makes the committee`() throws {
    let candidates = fixture.candidates + [fixture.vetted("f")]
    let votes = ["a": 95, "b": 90, "c": 85, "d": 80, "e": 60, "f": 60]
    let counted = try count(votes, candidates)
    #expect(!counted.resultBreaches.isEmpty)
    #expect(
      fixture.condition(.decideTie(elected: ["a"]), counted) == .tie(tied: ["e", "f"], seats: 1, came: ["a"])
    )
    let decided = try fixture.machine.apply(.decideTie(elected: ["f"]), to: counted, on: fixture.day)
    #expect(decided.elected.map(\.key) == ["a", "b", "c", "d", "f"])
    #expect(decided.resultBreaches.isEmpty)
    #expect(fixture.condition(.file, decided) == nil)
    #expect(fixture.condition(.decideTie(elected: ["e"]), decided) == .tie(tied: [], seats: 0, came: ["e"]))
  }

  /// Four of five stay, three of them party members; one seat is filled.
  @Test func `a by-election makes a lawful committee with those who stay`() throws {
    let machine = fixture.machine
    let remaining = ElectionSnapshot.Remaining(members: 4, partyMembers: 3)
    #expect(throws: Never.self) {
      try ElectionSnapshot(starting: fixture.day, seats: 1, remaining: remaining, rules: machine.rules)
    }
    #expect(throws: RuleBreach.self) {
      try ElectionSnapshot(starting: fixture.day, seats: 2, remaining: remaining, rules: machine.rules)
    }
    func open(_ remaining: ElectionSnapshot.Remaining, _ state: ElectionState = .ballotOpen) -> ElectionSnapshot {
      ElectionSnapshot(
        state: state,
        seats: 1,
        remaining: remaining,
        candidates: [fixture.vetted("x"), fixture.vetted("y")],
        lastEvent: fixture.day
      )
    }
    #expect(fixture.condition(.openBallot, open(remaining, .preparing)) == nil)
    #expect(machine.slateWarning(open(remaining, .preparing)) == nil)
    let won = try ElectionFixture.result(["x": 80, "y": 40], seats: 1)
    let counted = try machine.apply(.count(won), to: open(remaining), on: fixture.day)
    #expect(counted.resultBreaches.isEmpty)
    #expect(machine.partyBreach(counted) == nil)
    let lost = try ElectionFixture.result(["x": 50, "y": 40], seats: 1)
    let vacant = try machine.apply(.count(lost), to: open(remaining), on: fixture.day)
    #expect(vacant.resultBreaches.map(\.parameter) == [.committeeSizeMinimum, .committeeSizeOdd])
    let fewer = ElectionSnapshot.Remaining(members: 4, partyMembers: 2)
    #expect(machine.slateWarning(open(fewer, .preparing))?.came == "2")
    #expect(machine.partyBreach(try machine.apply(.count(won), to: open(fewer), on: fixture.day))?.came == "2")
  }

  @Test func `a result of other candidates or seats is refused`() throws {
    let open = fixture.election(.ballotOpen, fixture.candidates + [fixture.vetted("f", .rejected)])
    var votes = ElectionFixture.clearVotes
    #expect(fixture.condition(.count(try ElectionFixture.result(votes)), open) == nil)
    votes["e"] = nil
    votes["f"] = 80
    #expect(
      fixture.condition(.count(try ElectionFixture.result(votes)), open)
        == .otherCandidates(unknown: ["f"], missing: ["e"])
    )
    #expect(
      fixture.condition(.count(try ElectionFixture.result(votes, seats: 7)), open)
        == .otherSeats(expected: 5, came: 7)
    )
  }
}
