extension ResourceCollection where Resource == Member {
  /// Takes a person one stage further on a day (推进发展阶段). A skipped stage, or one that comes too early, is refused
  /// (`.stageSkipped`, `.ruleBreached`). `fill` sets event time, etag and actor.
  @discardableResult
  public func advance(
    _ id: String,
    to stage: Member.Stage,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout AdvanceMemberRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Member {
    try await act(MemberServiceMethods.advanceMember, on: id, options) {
      $0.stage = stage
      $0.date = date
      fill(&$0)
    }
  }

  /// Records that a person has left the pipeline or the party (退出). `fill` sets the reason.
  @discardableResult
  public func leave(
    _ id: String,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout LeaveMemberRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Member {
    try await act(MemberServiceMethods.leaveMember, on: id, options) {
      $0.date = date
      fill(&$0)
    }
  }

  /// Records that a party member was trained into a backbone of the business (培养为业务骨干).
  @discardableResult
  public func recordBackbone(
    _ id: String,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout RecordMemberBackboneRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Member {
    try await act(MemberServiceMethods.recordMemberBackbone, on: id, options) {
      $0.date = date
      fill(&$0)
    }
  }

  /// Who a member is (党员身份信息): personal data, read for a purpose that is recorded, and masked unless `unmasked`.
  public func identity(
    of id: String,
    for purpose: Purpose,
    unmasked: Bool = false,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> MemberIdentity {
    let request = GetMemberIdentityRequest.with {
      $0.name = "\(name(of: id))/identity"
      $0.purpose = purpose
      $0.unmasked = unmasked
    }
    return try await MemberServiceClient(channel).getMemberIdentity(request, options: options)
  }

  /// Sets who a member is (登记党员身份信息), in place of what was kept; the answer is masked.
  @discardableResult
  public func setIdentity(
    of id: String,
    to identity: MemberIdentity,
    options: CallOptions = CallOptions(),
    with fill: (inout SetMemberIdentityRequest) -> Void = { _ in }
  ) async throws(RPCError) -> MemberIdentity {
    var request = SetMemberIdentityRequest.with {
      $0.memberIdentity = identity
      $0.memberIdentity?.name = "\(name(of: id))/identity"
      $0.requestID = RequestID.random()
    }
    fill(&request)
    return try await MemberServiceClient(channel).setMemberIdentity(request, options: options)
  }
}
