internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The ballots of a vote: counted against the units' records, then kept in a row of their own, which no answer and no
/// feed repeats.
struct BallotBox {
  /// The side rows' kind; their subject is the election or the owners' vote.
  static let sideKind = "ballots"

  /// The most ballots in one call.
  static let limit = 20_000

  let ballots: [RedSailAPI.Ballot]

  /// Counts the ballots.
  ///
  /// - Parameters:
  ///   - electorate: The units that vote.
  ///   - questions: The questions or candidates.
  ///   - seats: In an election, how many candidates a ballot may be for.
  ///   - answers: What a ballot says of each question.
  func count(
    in electorate: Electorate,
    on questions: Set<String>,
    seats: Int? = nil,
    answers: (RedSailAPI.Ballot) -> [String: VoteChoice]
  ) throws(RPCError) -> VoteCount {
    let entries = ballots.map { UnitBallot(unit: $0.unit, choices: answers($0)) }
    do throws(BallotError) {
      return try VoteCount(entries, on: questions, seats: seats, in: electorate)
    } catch {
      throw Failure.field(path(of: error), .invalidBallot, LocalizedText(error))
    }
  }

  /// Keeps the ballots of a vote.
  func keep(of subject: String, in division: String, _ transaction: any StoreTransaction) throws {
    let box = CountElectionBallotsRequest.with { $0.ballots = ballots }
    try transaction.put(
      SideRecord(kind: Self.sideKind, subject: subject, division: division, bytes: try box.serialized())
    )
  }

  /// Takes the ballots of a vote along when it moves to another division, so that they stay in its scope.
  static func move(of subject: String, to division: String, _ transaction: any StoreTransaction) throws {
    guard let kept = try transaction.side(sideKind, subject: subject) else { return }
    try transaction.put(SideRecord(kind: sideKind, subject: subject, division: division, bytes: kept.bytes))
  }

  /// Where the ballot stands that cannot be counted.
  private func path(of error: BallotError) -> String {
    switch error {
    case .unknownUnit(let unit), .uncountedUnit(let unit): "ballots[\(index(of: unit))].unit"
    case .unitTwice(let unit):
      "ballots[\(ballots.indices.filter { ballots[$0].unit == unit }.dropFirst().first ?? 0)].unit"
    case .tooManyInFavour(let unit, _, _): "ballots[\(index(of: unit))].candidates"
    case .unknownQuestion(let unit, let candidate): candidatePath(index(of: unit), candidate)
    }
  }

  private func index(of unit: String) -> Int { ballots.firstIndex { $0.unit == unit } ?? 0 }

  private func candidatePath(_ index: Int, _ candidate: String) -> String {
    let place = ballots[index].candidates.firstIndex { $0.candidate == candidate } ?? 0
    return "ballots[\(index)].candidates[\(place)].candidate"
  }
}

extension Violations {
  /// The ballots of a call: how many, and the shape of each.
  mutating func ballots(_ ballots: [RedSailAPI.Ballot], in city: String?) {
    if ballots.isEmpty { missing("ballots") }
    guard ballots.count <= BallotBox.limit else {
      add(
        "ballots",
        .tooManyEntries,
        LocalizedText("expected at most \(BallotBox.limit), came \(ballots.count)", "选票不得超过 \(BallotBox.limit) 张"),
        metadata: ["limit": String(BallotBox.limit), "came": String(ballots.count)]
      )
      return
    }
    for (index, ballot) in ballots.enumerated() {
      inside("ballots[\(index)]") { violations in
        if ballot.unit.isEmpty { violations.missing("unit") }
        violations.reference(ballot.unit, "unit", of: .unit, in: city)
        violations.value(ballot.choice, "choice")
        violations.choices(ballot.candidates, in: city)
      }
    }
  }

  private mutating func choices(_ choices: [RedSailAPI.Ballot.CandidateChoice], in city: String?) {
    var seen: Set<String> = []
    for (index, choice) in choices.enumerated() {
      inside("candidates[\(index)]") { violations in
        if choice.candidate.isEmpty { violations.missing("candidate") }
        violations.reference(choice.candidate, "candidate", of: .candidate, in: city)
        violations.value(choice.choice, "choice")
        guard !seen.insert(choice.candidate).inserted else { return }
        violations.add(
          "candidate",
          .invalidBallot,
          LocalizedText("the ballot decides on '\(choice.candidate)' twice", "同一选票对同一候选人表决两次")
        )
      }
    }
  }
}

extension VoteChoice {
  /// What a ballot says; what it leaves out counts as abstained.
  init(_ choice: RedSailAPI.Ballot.Choice?) {
    self =
      switch choice {
      case .for: .inFavour
      case .against: .against
      default: .abstain
      }
  }
}
