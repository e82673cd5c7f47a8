internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Election {
  /// The election after its ballots were counted over the units on record.
  func counted(_ request: CountElectionBallotsRequest, in transaction: any StoreTransaction) throws -> Election {
    try checkCount(on: request.countDate)
    let slate = Set(try ElectionOutcome.slate(of: name, in: transaction).keys)
    let box = BallotBox(ballots: request.ballots)
    let count = try box.count(
      in: try transaction.electorate(of: serviceArea),
      on: slate,
      seats: Int(seats)
    ) { ballot in
      let said = ballot.candidates.map { ($0.candidate, VoteChoice($0.choice)) }
      let left = slate.subtracting(said.map(\.0)).map { ($0, VoteChoice.abstain) }
      return Dictionary(said + left) { first, _ in first }
    }
    var counted = self
    counted.countDate = request.countDate
    counted.result = VoteResult(count)
    let outcome = try ElectionOutcome(
      of: self,
      inFavour: count.tallies.mapValues(\.inFavour),
      result: VoteResult(count),
      in: transaction
    )
    try outcome.check(partyMembers: request.partyMemberCount, field: "party_member_count")
    outcome.record(in: &counted, partyMembers: request.partyMemberCount)
    try box.keep(of: name, in: divisionCode, transaction)
    return counted
  }

  /// The election with a result that was counted on paper.
  func recorded(_ request: RecordElectionResultRequest, in transaction: any StoreTransaction) throws -> Election {
    try checkCount(on: request.countDate)
    guard let result = request.result else { return self }
    let slate = Set(try ElectionOutcome.slate(of: name, in: transaction).keys)
    try check(request.candidateResults, of: slate, result)
    let votes = request.candidateResults.map {
      ($0.candidate, VoteWeight(area: $0.forAreaHundredths, heads: $0.forHeads))
    }
    var outcome = try ElectionOutcome(
      of: self,
      inFavour: Dictionary(votes) { first, _ in first },
      result: result,
      in: transaction
    )
    try decide(&outcome, as: request.candidateResults)
    var recorded = self
    recorded.countDate = request.countDate
    recorded.result = result
    try outcome.check(partyMembers: request.partyMemberCount, field: "party_member_count")
    outcome.record(in: &recorded, partyMembers: request.partyMemberCount)
    return recorded
  }

  private func checkCount(on date: CalendarDate?) throws {
    try Action.count.check(state, of: name)
    guard let day = date?.civilDate, let ballot = ballotDate?.civilDate, day < ballot else { return }
    throw Failure.before("count_date", day, ballot, LocalizedText("the ballot", "投票开始日期"))
  }

  /// Paper totals: each approved candidate once, and none with more votes than there were.
  private func check(_ results: [CandidateResult], of slate: Set<String>, _ result: VoteResult) throws {
    var violations = Violations()
    var seen: Set<String> = []
    for (index, candidate) in results.enumerated() {
      violations.inside("candidate_results[\(index)]") { violations in
        if !slate.contains(candidate.candidate) {
          violations.add(
            "candidate",
            .invalidBallot,
            LocalizedText("'\(candidate.candidate)' does not stand", "“\(candidate.candidate)”不是审核通过的候选人")
          )
        } else if !seen.insert(candidate.candidate).inserted {
          violations.add("candidate", .invalidBallot, LocalizedText("comes twice", "候选人重复"))
        }
        violations.part(
          candidate.forAreaHundredths,
          "for_area_hundredths",
          of: result.participatingAreaHundredths,
          "result.participating_area_hundredths"
        )
        violations.part(
          candidate.forHeads,
          "for_heads",
          of: result.participatingHeads,
          "result.participating_heads"
        )
      }
    }
    for missing in slate.subtracting(seen).sorted() {
      violations.add(
        "candidate_results",
        .requiredField,
        LocalizedText("the votes of '\(missing)' are missing", "缺少候选人“\(missing)”的得票")
      )
    }
    try violations.check()
    let heads = results.reduce(Int64(0)) { $0 + $1.forHeads }
    guard heads > result.participatingHeads * Int64(seats) else { return }
    throw Failure.field(
      "candidate_results",
      .invalidField,
      LocalizedText(
        "\(result.participatingHeads) heads cast at most \(seats) votes each, the candidates have \(heads)",
        "候选人得票合计 \(heads) 多于参与人数与应选人数之积"
      )
    )
  }

  /// What the paper says of who is elected agrees with the votes, and decides between level candidates.
  private func decide(_ outcome: inout ElectionOutcome, as results: [CandidateResult]) throws {
    let named = Set(results.filter(\.elected).map(\.candidate))
    guard !named.isEmpty, outcome.election.hasQuorum else { return }
    let chosen = named.intersection(outcome.election.tied)
    if !chosen.isEmpty { try outcome.decideTie(chosen.sorted(), field: "candidate_results") }
    let elected = Set(outcome.election.elected)
    guard let index = results.firstIndex(where: { elected.contains($0.candidate) != $0.elected }) else { return }
    throw Failure.field(
      "candidate_results[\(index)].elected",
      .invalidField,
      elected.contains(results[index].candidate)
        ? LocalizedText("is elected by the votes given", "按所填得票应为当选")
        : LocalizedText("is not elected by the votes given", "按所填得票未当选")
    )
  }
}
