internal import RPCCore
internal import RedSailAPI

extension ImprovementHandlers {
  func decideManagementMode(_ request: DecideManagementModeRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func approveRenovationProject(_ request: ApproveRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func startRenovationProject(_ request: StartRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func completeRenovationProject(_ request: CompleteRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func approveSubsidy(_ request: ApproveSubsidyRequest, context: ServerContext) async throws -> Subsidy {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func refuseSubsidy(_ request: RefuseSubsidyRequest, context: ServerContext) async throws -> Subsidy {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func paySubsidy(_ request: PaySubsidyRequest, context: ServerContext) async throws -> Subsidy {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
