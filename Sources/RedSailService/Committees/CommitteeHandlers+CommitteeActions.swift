internal import RPCCore
internal import RedSailAPI

/// What is done with a committee during and after its term.
extension CommitteeHandlers {
  func fileCommittee(_ request: FileCommitteeRequest, context: ServerContext) async throws -> Committee {
    let now = committees.environment.clock()
    return try await committees.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.pastDay(request.filingDate, "filing_date", required: true, now: now)
      violations.text(request.filingNumber, "filing_number", limit: 64, required: true)
    } changing: { stored, _, _ in
      try stored.resource.filed(request)
    }
  }

  func changeCommitteeSeats(_ request: ChangeCommitteeSeatsRequest, context: ServerContext) async throws -> Committee {
    try await committees.act(request, context) { violations in
      violations.person(request.actor, "actor")
      if request.members.isEmpty { violations.missing("members") }
      violations.members(request.members, "members")
      violations.number(Int64(request.partyMemberCount), "party_member_count", in: 0...99)
      violations.text(request.reason, "reason", limit: 500, required: true)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    } changing: { stored, transaction, moment in
      try stored.resource.changed(request, at: moment, in: transaction)
    }
  }

  func dissolveCommittee(_ request: DissolveCommitteeRequest, context: ServerContext) async throws -> Committee {
    let now = committees.environment.clock()
    return try await committees.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.pastDay(request.endDate, "end_date", required: true, now: now)
      violations.pastDay(request.handoverDate, "handover_date", now: now)
      violations.text(request.reason, "reason", limit: 500, required: true)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    } changing: { stored, _, _ in
      try stored.resource.dissolved(request)
    }
  }

  func recordCommitteeHandover(_ request: RecordCommitteeHandoverRequest, context: ServerContext) async throws
    -> Committee
  {
    let now = committees.environment.clock()
    return try await committees.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.person(request.receiver, "receiver")
      violations.pastDay(request.handoverDate, "handover_date", required: true, now: now)
    } changing: { stored, _, _ in
      try stored.resource.handedOver(request)
    }
  }
}
