// The course of an election (业委会选举). Request conformances stand beside the kinds' standard methods.

extension ResourceCollection where Resource == Election {
  /// Opens the ballot; every candidate has a decision by then (开始投票).
  public func openBallot(
    _ id: String,
    on day: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout OpenElectionBallotRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Election {
    try await act(CommitteeServiceMethods.openElectionBallot, on: id, options) {
      $0.ballotDate = day
      fill(&$0)
    }
  }

  /// Counts ballots over the units on record, each unit once (计票).
  public func count(
    _ id: String,
    _ ballots: [Ballot],
    on day: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout CountElectionBallotsRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Election {
    try await act(CommitteeServiceMethods.countElectionBallots, on: id, options) {
      $0.ballots = ballots
      $0.countDate = day
      fill(&$0)
    }
  }

  /// Records a result that was counted on paper (登记计票结果).
  public func record(
    _ id: String,
    _ result: VoteResult,
    candidates: [Election.CandidateResult],
    on day: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout RecordElectionResultRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Election {
    try await act(CommitteeServiceMethods.recordElectionResult, on: id, options) {
      $0.result = result
      $0.candidateResults = candidates
      $0.countDate = day
      fill(&$0)
    }
  }

  /// Records the committee that a valid election brought about, with the first day of its term (产生业委会).
  public func file(
    _ id: String,
    from day: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout FileElectionRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Election {
    try await act(CommitteeServiceMethods.fileElection, on: id, options) {
      $0.termFrom = day
      fill(&$0)
    }
  }

  /// Cancels an election that has no valid result (取消选举).
  public func cancel(
    _ id: String,
    because reason: String,
    options: CallOptions = CallOptions(),
    with fill: (inout CancelElectionRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Election {
    try await act(CommitteeServiceMethods.cancelElection, on: id, options) {
      $0.reason = reason
      fill(&$0)
    }
  }
}
