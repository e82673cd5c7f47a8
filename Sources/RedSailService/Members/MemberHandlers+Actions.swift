internal import RPCCore
internal import RedSailAPI

/// 推进、退出、业务骨干.
extension MemberHandlers {
  func advanceMember(_ request: AdvanceMemberRequest, context: ServerContext) async throws -> Member {
    let now = members.environment.clock()
    return try await members.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.value(request.stage, "stage", required: true)
      if request.stage == .left {
        violations.add(
          "stage",
          .invalidField,
          LocalizedText("leaving is no further stage; use LeaveMember", "退出不是发展阶段，请用退出操作")
        )
      }
      violations.pastDay(request.date, "date", required: true, now: now)
    } changing: { stored, transaction, _ in
      try stored.resource.advanced(request, in: transaction)
    }
  }

  func leaveMember(_ request: LeaveMemberRequest, context: ServerContext) async throws -> Member {
    let now = members.environment.clock()
    return try await members.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.pastDay(request.date, "date", required: true, now: now)
      violations.text(request.reason, "reason", limit: 500)
    } changing: { stored, transaction, _ in
      try stored.resource.departed(request, in: transaction)
    }
  }

  func recordMemberBackbone(_ request: RecordMemberBackboneRequest, context: ServerContext) async throws -> Member {
    let now = members.environment.clock()
    return try await members.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.pastDay(request.date, "date", required: true, now: now)
    } changing: { stored, _, _ in
      try stored.resource.trained(request)
    }
  }
}
