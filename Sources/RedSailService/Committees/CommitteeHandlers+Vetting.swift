internal import RPCCore
internal import RedSailAPI

/// The vetting of candidates (候选人审核).
extension CommitteeHandlers {
  func vetCandidate(_ request: VetCandidateRequest, context: ServerContext) async throws -> Candidate {
    try await candidates.act(request, context) { violations in
      violations.person(request.actor, "actor", required: true)
      violations.decision(request.decision)
      violations.text(request.reason, "reason", limit: 500, required: true)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
      let city = ResourceType.candidate.parse(request.name)?.city
      _ = violations.name(request.organisation, "organisation", of: .partyOrganisation)
      violations.reference(request.organisation, "organisation", of: .partyOrganisation, in: city)
    } changing: { stored, transaction, moment in
      try stored.resource.vetted(request, at: moment, in: transaction)
    }
  }

  func reviewCandidateVetting(_ request: ReviewCandidateVettingRequest, context: ServerContext) async throws
    -> Candidate
  {
    try await candidates.act(request, context) { violations in
      violations.person(request.actor, "actor", required: true)
      violations.decision(request.decision)
      violations.text(request.reason, "reason", limit: 500, required: true)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    } changing: { stored, transaction, moment in
      try stored.resource.reviewed(request, at: moment, in: transaction)
    }
  }

  func withdrawCandidate(_ request: WithdrawCandidateRequest, context: ServerContext) async throws -> Candidate {
    try await candidates.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.text(request.reason, "reason", limit: 500)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    } changing: { stored, transaction, _ in
      try stored.resource.withdrawn(request, in: transaction)
    }
  }
}

extension Violations {
  /// What a vetting decides: approved or rejected.
  fileprivate mutating func decision(_ decision: Candidate.Vetting) {
    value(decision, "decision", required: true)
    guard [.pending, .withdrawn].contains(decision) else { return }
    add("decision", .invalidField, LocalizedText("expected APPROVED or REJECTED", "审核结果应为通过或不通过"))
  }
}
