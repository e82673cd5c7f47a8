internal import RedSailModel
internal import Testing

@Suite("Election: every state and action, and each condition")
struct ElectionMachineTests {
  static let table = ProcessTable<ElectionState>(
    """
    state       PROPOSE WITHDRAW VET REVIEW OPEN_BALLOT COUNT DECIDE_TIE FILE CANCEL
    PREPARING   x       x        x   x      x           .     .          .    x
    BALLOT_OPEN .       .        .   .      .           x     .          .    x
    COUNTED     .       .        .   .      .           .     x          x    x
    FILED       .       .        .   .      .           .     .          .    .
    CANCELLED   .       .        .   .      .           .     .          .    .
    """
  )

  let fixture: ElectionFixture

  init() throws {
    fixture = try ElectionFixture()
  }

  private func command(_ action: ElectionAction) throws -> ElectionCommand {
    switch action {
    case .propose: .propose(ElectionFixture.candidate("f"))
    case .withdraw: .withdraw(candidate: "e")
    case .vet: .vet(candidate: "new", fixture.decision())
    case .review: .review(candidate: "a", fixture.decision(.rejected, by: "org/county"))
    case .openBallot: .openBallot
    case .count: .count(try ElectionFixture.result(ElectionFixture.clearVotes))
    case .decideTie: .decideTie(elected: ["d"])
    case .file: .file
    case .cancel: .cancel(reason: "候选人不足")
    }
  }

  /// An election in which every action that the state allows succeeds.
  private func election(for action: ElectionAction, _ state: ElectionState) throws -> ElectionSnapshot {
    var election = fixture.election(state)
    if action == .vet { election = fixture.election(state, fixture.candidates + [ElectionFixture.candidate("new")]) }
    guard state == .counted else { return election }
    let votes = action == .file ? ElectionFixture.clearVotes : ["a": 95, "b": 90, "c": 85, "d": 80, "e": 80]
    let seats = action == .file ? 5 : 4
    let result = try ElectionFixture.result(votes, seats: seats)
    return ElectionSnapshot(
      state: state,
      seats: seats,
      candidates: fixture.candidates,
      result: result,
      resultBreaches: fixture.machine.resultBreaches(result),
      lastEvent: fixture.day
    )
  }

  @Test func `each action is done or refused as the table says`() throws {
    #expect(Self.table.cells.count == 5 * 9)
    for cell in Self.table.cells {
      let election = try election(for: cell.action, cell.state)
      let command = try command(cell.action)
      do throws(ElectionMachine.Refusal) {
        _ = try fixture.machine.apply(command, to: election, on: fixture.day)
        #expect(cell.isAllowed, "\(cell.action) when \(cell.state)")
      } catch {
        #expect(!cell.isAllowed, "\(error)")
        #expect(error.condition == nil)
        #expect(error.state == cell.state)
        #expect(error.action == cell.action)
        #expect(error.allowedActions == Self.table.allowed[cell.state])
        #expect(error.allowingStates == Self.table.states(allowing: cell.action))
      }
    }
  }

  @Test func `an election walks from its start to its filing`() throws {
    let (machine, day) = (fixture.machine, fixture.day)
    var election = try ElectionSnapshot(starting: day, seats: 5, rules: machine.rules)
    func apply(_ command: ElectionCommand, days: Int = 0) throws {
      election = try machine.apply(command, to: election, on: day.advanced(byDays: days))
    }
    for key in ["a", "b", "c", "d", "e", "f"] {
      try apply(.propose(ElectionFixture.candidate(key, isPartyMember: key <= "c")))
      try apply(.vet(candidate: key, fixture.decision(key == "f" ? .rejected : .approved)))
    }
    #expect(machine.slateWarning(election) == nil)
    try apply(.openBallot, days: 10)
    #expect(election.state == .ballotOpen)
    try apply(.count(ElectionFixture.result(ElectionFixture.clearVotes)), days: 20)
    #expect(election.state == .counted)
    #expect(election.resultBreaches.isEmpty)
    #expect(election.elected.map(\.key) == ["a", "b", "c", "d", "e"])
    #expect(machine.partyBreach(election) == nil)
    try apply(.file, days: 30)
    #expect(election.state == .filed)
  }

  @Test func `every candidate has a decision before the ballot opens`() {
    let undecided = fixture.candidates + [ElectionFixture.candidate("f"), ElectionFixture.candidate("g")]
    #expect(
      fixture.condition(.openBallot, fixture.election(.preparing, undecided)) == .undecided(candidates: ["f", "g"])
    )
    let rejected = fixture.candidates + [fixture.vetted("f", .rejected)]
    #expect(fixture.condition(.openBallot, fixture.election(.preparing, rejected)) == nil)
  }

  @Test func `the proposer is never the vetter`() {
    let proposed = [ElectionFixture.candidate("a", proposer: "org/community")]
    let election = fixture.election(.preparing, proposed)
    #expect(
      fixture.condition(.vet(candidate: "a", fixture.decision(by: "org/community")), election)
        == .proposerVets(candidate: "a", proposer: "org/community")
    )
    #expect(fixture.condition(.vet(candidate: "a", fixture.decision(by: "org/street")), election) == nil)
    let review = ElectionCommand.review(candidate: "a", fixture.decision(by: "org/owners"))
    #expect(
      fixture.condition(review, fixture.election(.preparing))
        == .proposerVets(candidate: "a", proposer: "org/owners")
    )
  }

  @Test func `whoever decided does not review`() {
    let election = fixture.election(.preparing)
    #expect(
      fixture.condition(.review(candidate: "a", fixture.decision(by: "org/street")), election)
        == .deciderReviews(candidate: "a", decider: "org/street")
    )
    #expect(fixture.condition(.review(candidate: "a", fixture.decision(by: "org/county")), election) == nil)
  }

  @Test func `a decision has a reason, comes once, and is reviewed after`() throws {
    let election = fixture.election(.preparing, [ElectionFixture.candidate("a"), fixture.vetted("b", .rejected)])
    #expect(fixture.condition(.vet(candidate: "a", fixture.decision(reason: " ")), election) == .reasonMissing)
    #expect(fixture.condition(.vet(candidate: "b", fixture.decision()), election) == .decidedBefore(candidate: "b"))
    #expect(fixture.condition(.review(candidate: "a", fixture.decision()), election) == .notDecided(candidate: "a"))
    #expect(fixture.condition(.vet(candidate: "z", fixture.decision()), election) == .unknownCandidate("z"))
    #expect(fixture.condition(.withdraw(candidate: "z"), election) == .unknownCandidate("z"))
    #expect(fixture.condition(.propose(ElectionFixture.candidate("a")), election) == .candidateTwice("a"))
    #expect(fixture.condition(.propose(fixture.vetted("c")), election) == .candidateDecided("c"))
    #expect(fixture.condition(.cancel(reason: ""), election) == .reasonMissing)
    let reviewed = try fixture.machine.apply(
      .review(candidate: "b", fixture.decision(by: "org/county")),
      to: election,
      on: fixture.day
    )
    #expect(reviewed.candidates[1].decisions.map(\.outcome) == [.rejected, .approved])
    #expect(reviewed.approved.map(\.key) == ["b"])
  }

  @Test func `too few approved candidates open no ballot`() throws {
    let four = Array(fixture.candidates.dropLast()) + [fixture.vetted("e", .rejected)]
    guard case .rule(let breach) = fixture.condition(.openBallot, fixture.election(.preparing, four)) else {
      Issue.record("four candidates for a committee of at least five")
      return
    }
    #expect(breach.parameter == .committeeSizeMinimum)
    let rizhao = try ElectionFixture(RuleFixture.rizhao)
    #expect(rizhao.condition(.openBallot, rizhao.election(.preparing, four)) == nil)
    #expect(throws: RuleBreach.self) {
      try ElectionSnapshot(starting: fixture.day, seats: 6, rules: fixture.machine.rules)
    }
  }

  @Test func `events keep their order`() {
    let before = fixture.day.advanced(byDays: -1)
    let error = #expect(throws: ElectionMachine.Refusal.self) {
      try fixture.machine.apply(.openBallot, to: fixture.election(.preparing), on: before)
    }
    #expect(error?.condition == .beforeLast(day: before, last: fixture.day))
  }
}
