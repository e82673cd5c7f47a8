internal import RPCCore
internal import RedSailAPI

/// The count of an owners' vote, and the end of a rectification.
extension CommitteeHandlers {
  func countOwnersVote(_ request: CountOwnersVoteRequest, context: ServerContext) async throws -> OwnersVote {
    try await ownersVotes.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.ballots(request.ballots, in: ResourceType.ownersVote.parse(request.name)?.city)
    } changing: { stored, transaction, _ in
      try stored.resource.counted(request, in: transaction)
    }
  }

  func completeRectification(_ request: CompleteRectificationRequest, context: ServerContext) async throws
    -> Rectification
  {
    let now = rectifications.environment.clock()
    return try await rectifications.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.pastDay(request.doneDate, "done_date", required: true, now: now)
      violations.text(request.result, "result", limit: 500, required: true)
      violations.noPersonalData(request.result, "result", PersonalDataScan(caller: nil))
    } changing: { stored, transaction, _ in
      try stored.resource.completed(request, in: transaction)
    }
  }
}
