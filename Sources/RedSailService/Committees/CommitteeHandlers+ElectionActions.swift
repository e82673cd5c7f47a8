internal import RPCCore
internal import RedSailAPI

/// The course of an election: ballot, count, committee.
extension CommitteeHandlers {
  func openElectionBallot(_ request: OpenElectionBallotRequest, context: ServerContext) async throws -> Election {
    let now = elections.environment.clock()
    return try await elections.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.pastDay(request.ballotDate, "ballot_date", required: true, now: now)
    } changing: { stored, transaction, _ in
      try stored.resource.opened(request, in: transaction)
    }
  }

  func countElectionBallots(_ request: CountElectionBallotsRequest, context: ServerContext) async throws -> Election {
    let now = elections.environment.clock()
    return try await elections.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.pastDay(request.countDate, "count_date", required: true, now: now)
      violations.ballots(request.ballots, in: ResourceType.election.parse(request.name)?.city)
      violations.number(Int64(request.partyMemberCount), "party_member_count", in: 0...99)
    } changing: { stored, transaction, _ in
      try stored.resource.counted(request, in: transaction)
    }
  }

  func recordElectionResult(_ request: RecordElectionResultRequest, context: ServerContext) async throws -> Election {
    let now = elections.environment.clock()
    return try await elections.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.pastDay(request.countDate, "count_date", required: true, now: now)
      if request.result == nil { violations.missing("result") }
      violations.result(request.result, "result")
      if request.candidateResults.isEmpty { violations.missing("candidate_results") }
      violations.number(Int64(request.candidateResults.count), "candidate_results", in: 0...1_000)
      violations.number(Int64(request.partyMemberCount), "party_member_count", in: 0...99)
    } changing: { stored, transaction, _ in
      try stored.resource.recorded(request, in: transaction)
    }
  }

  func fileElection(_ request: FileElectionRequest, context: ServerContext) async throws -> Election {
    try await elections.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.date(request.termFrom, "term_from", required: true)
      if !request.committeeID.isEmpty { violations.id(request.committeeID, "committee_id") }
      violations.publicText(request.displayName, "display_name", limit: 128)
      let city = ResourceType.election.parse(request.name)?.city
      violations.reference(request.chair, "chair", of: .candidate, in: city)
      violations.distinct(request.tieElected, "tie_elected")
    } changing: { stored, transaction, moment in
      try ElectionFiling(stored.resource, request, at: moment, in: transaction).filed()
    }
  }

  func cancelElection(_ request: CancelElectionRequest, context: ServerContext) async throws -> Election {
    try await elections.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.text(request.reason, "reason", limit: 500, required: true)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    } changing: { stored, _, _ in
      try stored.resource.cancelled(request)
    }
  }
}
