extension ElectionMachine {
  /// Checks an action's own conditions and does it; returns the condition that fails.
  func perform(_ command: ElectionCommand, on election: inout ElectionSnapshot) -> ElectionCondition? {
    switch command {
    case .propose(let candidate): return propose(candidate, in: &election)
    case .withdraw(let key):
      guard let index = index(of: key, in: election) else { return .unknownCandidate(key) }
      election.candidates.remove(at: index)
      return nil
    case .vet(let key, let decision): return decide(key, decision, isReview: false, in: &election)
    case .review(let key, let decision): return decide(key, decision, isReview: true, in: &election)
    case .openBallot: return move(&election, to: .ballotOpen, unless: slateCondition(election))
    case .count(let result): return count(result, in: &election)
    case .decideTie(let elected): return decideTie(elected, in: &election)
    case .file:
      let breaches = election.resultBreaches
      return move(&election, to: .filed, unless: breaches.isEmpty ? nil : .invalidResult(breaches))
    case .cancel(let reason): return cancel(&election, reason: reason)
    }
  }

  private func move(
    _ election: inout ElectionSnapshot,
    to state: ElectionState,
    unless condition: ElectionCondition?
  ) -> ElectionCondition? {
    if condition == nil { election.state = state }
    return condition
  }

  private func index(of key: String, in election: ElectionSnapshot) -> Int? {
    election.candidates.firstIndex { $0.key == key }
  }

  private func propose(_ candidate: ElectionCandidate, in election: inout ElectionSnapshot) -> ElectionCondition? {
    guard index(of: candidate.key, in: election) == nil else { return .candidateTwice(candidate.key) }
    guard candidate.decisions.isEmpty else { return .candidateDecided(candidate.key) }
    election.candidates.append(candidate)
    return nil
  }

  private func decide(
    _ key: String,
    _ decision: VettingDecision,
    isReview: Bool,
    in election: inout ElectionSnapshot
  ) -> ElectionCondition? {
    guard let index = index(of: key, in: election) else { return .unknownCandidate(key) }
    let candidate = election.candidates[index]
    guard candidate.proposer != decision.vetter else {
      return .proposerVets(candidate: key, proposer: candidate.proposer)
    }
    if isReview, let decider = candidate.decisions.last?.vetter, decider == decision.vetter {
      return .deciderReviews(candidate: key, decider: decider)
    }
    guard !decision.reason.allSatisfy(\.isWhitespace) else { return .reasonMissing }
    guard candidate.decisions.isEmpty != isReview else {
      return isReview ? .notDecided(candidate: key) : .decidedBefore(candidate: key)
    }
    election.candidates[index].decisions.append(decision)
    return nil
  }

  /// Every candidate is decided on, and those approved are enough for a lawful committee.
  private func slateCondition(_ election: ElectionSnapshot) -> ElectionCondition? {
    let undecided = election.candidates.filter { $0.isApproved == nil }.map(\.key)
    guard undecided.isEmpty else { return .undecided(candidates: undecided) }
    let approved = election.approved.count
    let least = max(1, rules.sizeMinimum.integer - election.remaining.members)
    guard approved < least else { return nil }
    return .rule(
      RuleBreach(
        rules.sizeMinimum,
        came: approved,
        english: "at least \(least) must be elected for a lawful committee, and \(approved) candidates are approved",
        chinese: "至少须选出\(least)人，审核通过的候选人仅\(approved)人"
      )
    )
  }

  private func count(_ result: CandidateElection, in election: inout ElectionSnapshot) -> ElectionCondition? {
    guard result.seats == election.seats else {
      return .otherSeats(expected: election.seats, came: result.seats)
    }
    let counted = Set(result.standings.map(\.candidate))
    let approved = Set(election.approved.map(\.key))
    guard counted == approved else {
      return .otherCandidates(
        unknown: counted.subtracting(approved).sorted(),
        missing: approved.subtracting(counted).sorted()
      )
    }
    election.result = result
    election.resultBreaches = resultBreaches(result, remaining: election.remaining)
    election.state = .counted
    return nil
  }

  private func decideTie(_ elected: Set<String>, in election: inout ElectionSnapshot) -> ElectionCondition? {
    guard let result = election.result, let decided = result.decidingTie(elected: elected) else {
      let tied = election.result?.tied ?? []
      return .tie(tied: tied, seats: tied.isEmpty ? 0 : election.result?.vacantSeats ?? 0, came: elected.sorted())
    }
    election.result = decided
    election.resultBreaches = resultBreaches(decided, remaining: election.remaining)
    return nil
  }

  /// An election is given up before its result, or after one that is not valid.
  private func cancel(_ election: inout ElectionSnapshot, reason: String) -> ElectionCondition? {
    guard !reason.allSatisfy(\.isWhitespace) else { return .reasonMissing }
    if election.state == .counted, election.resultBreaches.isEmpty { return .validResult }
    election.state = .cancelled
    return nil
  }
}
