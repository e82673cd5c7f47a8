internal import RPCCore
internal import RedSailAPI

extension MemberHandlers {
  func advanceMember(_ request: AdvanceMemberRequest, context: ServerContext) async throws -> Member {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func leaveMember(_ request: LeaveMemberRequest, context: ServerContext) async throws -> Member {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func recordMemberBackbone(_ request: RecordMemberBackboneRequest, context: ServerContext) async throws -> Member {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func getMemberIdentity(_ request: GetMemberIdentityRequest, context: ServerContext) async throws -> MemberIdentity {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func setMemberIdentity(_ request: SetMemberIdentityRequest, context: ServerContext) async throws -> MemberIdentity {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
