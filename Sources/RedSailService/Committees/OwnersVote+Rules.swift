internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension OwnersVote.Matter {
  /// The majority that the matter needs (Civil Code §278).
  var majority: VoteMajority {
    switch self {
    case .fundRaising, .rebuilding, .commonParts: .special
    default: .ordinary
    }
  }
}

extension OwnersVote {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(matter, "matter")
    violations.date(voteDate, "vote_date")
    violations.result(result, "result")
  }

  /// Whether it is decided, by the thresholds in force on the day of the vote; which of them is missed is warned of. What
  /// was decided when the result came in stays, whatever rules are loaded later or wherever the vote moves.
  mutating func derive(in snapshot: any StoreSnapshot) throws {
    if result != nil, let stored = try snapshot.record(Self.recordKind, named: name),
      try StoredRecord<OwnersVote>(stored).resource.result == result
    {
      return
    }
    passed = false
    warnings = []
    guard let result, let day = voteDate?.civilDate else { return }
    let rules = try snapshot.voteRules(in: division, on: day)
    let participation = result.participants.share(of: result.electorate)
    let approval = result.inFavour.share(of: result.participants)
    passed = rules.outcome(participation: participation, approval: approval, matter.majority) == .carried
    warnings = [rules.participationBreach(participation), rules.majorityBreach(approval, matter.majority)]
      .compactMap { $0.map { RuleWarning($0, field: "result") } }
  }

  static func prepare(
    _ resource: OwnersVote,
    before: OwnersVote?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if let before, before.result != nil, before.result != resource.result {
      throw Failure.field(
        "owners_vote.result",
        .actionNotAllowed,
        LocalizedText(
          "'\(name.text)' is counted, and its result stays: delete a vote that was entered wrongly and enter it anew",
          "该事项已有计票结果，不得修改；误录的应删除后重新录入"
        ),
        metadata: ["state": "COUNTED", "action": "update", "allowed_states": "OPEN", "allowed_actions": ""]
      )
    }
    if let before, before.division != resource.division {
      try BallotBox.move(of: name.text, to: resource.divisionCode, transaction)
    }
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.street, .community], field: "owners_vote.division")
      let field = "owners_vote.service_area"
      let area = try transaction.referred(ServiceArea.self, named: resource.serviceArea, field: field).resource
      let isHere = try transaction.isDivision(area.division, within: resource.division)
      let holdsIt = try transaction.isDivision(resource.division, within: area.division)
      guard isHere || holdsIt else {
        throw Failure.field(
          field,
          .invalidField,
          LocalizedText("'\(resource.serviceArea)' does not lie in '\(resource.division)'", "物业服务区域不在所属区划内")
        )
      }
    }
    if before == nil { try transaction.checkPast(["owners_vote.vote_date": resource.voteDate]) }
  }

  /// The vote after its ballots were counted over the units on record.
  func counted(_ request: CountOwnersVoteRequest, in transaction: any StoreTransaction) throws -> OwnersVote {
    guard result == nil else {
      throw Failure.make(
        .actionNotAllowed,
        LocalizedText("'\(name)' is counted, and its result stays", "该事项已有计票结果，不得重新计票"),
        metadata: ["state": "COUNTED", "action": "count", "allowed_states": "OPEN", "allowed_actions": ""]
      )
    }
    let box = BallotBox(ballots: request.ballots)
    if let index = request.ballots.firstIndex(where: { !$0.candidates.isEmpty }) {
      throw Failure.field(
        "ballots[\(index)].candidates",
        .invalidBallot,
        LocalizedText("a vote on a matter has no candidates", "事项表决没有候选人")
      )
    }
    let count = try box.count(in: try transaction.electorate(of: serviceArea), on: [name]) { ballot in
      [name: VoteChoice(ballot.choice)]
    }
    var counted = self
    counted.result = VoteResult(count, of: name)
    try box.keep(of: name, in: divisionCode, transaction)
    return counted
  }
}
