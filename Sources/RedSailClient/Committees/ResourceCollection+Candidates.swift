// The vetting of candidates (候选人审核).

extension ResourceCollection where Resource == Candidate {
  /// Decides on a candidate for a street's or community's party organisation; never the proposer (审核).
  public func vet(
    _ id: String,
    _ decision: Candidate.Vetting,
    because reason: String,
    for organisation: String,
    by actor: PersonReference,
    options: CallOptions = CallOptions(),
    with fill: (inout VetCandidateRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Candidate {
    try await act(CommitteeServiceMethods.vetCandidate, on: id, options) {
      $0.decision = decision
      $0.reason = reason
      $0.organisation = organisation
      $0.actor = actor
      fill(&$0)
    }
  }

  /// Decides again, by another person than the one who vetted (复核).
  public func review(
    _ id: String,
    _ decision: Candidate.Vetting,
    because reason: String,
    by actor: PersonReference,
    options: CallOptions = CallOptions(),
    with fill: (inout ReviewCandidateVettingRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Candidate {
    try await act(CommitteeServiceMethods.reviewCandidateVetting, on: id, options) {
      $0.decision = decision
      $0.reason = reason
      $0.actor = actor
      fill(&$0)
    }
  }

  /// Withdraws a candidate before the ballot opens (退出选举).
  public func withdraw(
    _ id: String,
    because reason: String = "",
    options: CallOptions = CallOptions(),
    with fill: (inout WithdrawCandidateRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Candidate {
    try await act(CommitteeServiceMethods.withdrawCandidate, on: id, options) {
      $0.reason = reason
      fill(&$0)
    }
  }
}
