// What is done with committees, owners' votes and rectification tasks (业委会、共同决定、整改).

extension ResourceCollection where Resource == Committee {
  /// Files a committee with the street, or the last change of its members (备案).
  public func file(
    _ id: String,
    as number: String,
    on day: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout FileCommitteeRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Committee {
    try await act(CommitteeServiceMethods.fileCommittee, on: id, options) {
      $0.filingNumber = number
      $0.filingDate = day
      fill(&$0)
    }
  }

  /// Changes who sits, to all members as they are now (委员变更).
  public func changeSeats(
    _ id: String,
    to members: [Committee.Seat],
    partyMembers: Int32,
    because reason: String,
    options: CallOptions = CallOptions(),
    with fill: (inout ChangeCommitteeSeatsRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Committee {
    try await act(CommitteeServiceMethods.changeCommitteeSeats, on: id, options) {
      $0.members = members
      $0.partyMemberCount = partyMembers
      $0.reason = reason
      fill(&$0)
    }
  }

  /// Ends a committee before its term does, from a day on (终止).
  public func dissolve(
    _ id: String,
    from day: CalendarDate,
    because reason: String,
    options: CallOptions = CallOptions(),
    with fill: (inout DissolveCommitteeRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Committee {
    try await act(CommitteeServiceMethods.dissolveCommittee, on: id, options) {
      $0.endDate = day
      $0.reason = reason
      fill(&$0)
    }
  }

  /// Records the handover of papers and seal (移交).
  public func recordHandover(
    _ id: String,
    on day: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout RecordCommitteeHandoverRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Committee {
    try await act(CommitteeServiceMethods.recordCommitteeHandover, on: id, options) {
      $0.handoverDate = day
      fill(&$0)
    }
  }
}

extension ResourceCollection where Resource == OwnersVote {
  /// Counts ballots over the units on record, each unit once (计票).
  public func count(
    _ id: String,
    _ ballots: [Ballot],
    options: CallOptions = CallOptions(),
    with fill: (inout CountOwnersVoteRequest) -> Void = { _ in }
  ) async throws(RPCError) -> OwnersVote {
    try await act(CommitteeServiceMethods.countOwnersVote, on: id, options) {
      $0.ballots = ballots
      fill(&$0)
    }
  }
}

extension ResourceCollection where Resource == Rectification {
  /// Completes a task (完成整改).
  public func complete(
    _ id: String,
    on day: CalendarDate,
    result: String,
    options: CallOptions = CallOptions(),
    with fill: (inout CompleteRectificationRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Rectification {
    try await act(CommitteeServiceMethods.completeRectification, on: id, options) {
      $0.doneDate = day
      $0.result = result
      fill(&$0)
    }
  }
}
