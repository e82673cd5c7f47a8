internal import RPCCore
internal import RedSailAPI

extension SafetyHandlers {
  func orderHazard(_ request: OrderHazardRequest, context: ServerContext) async throws -> Hazard {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func remedyHazard(_ request: RemedyHazardRequest, context: ServerContext) async throws -> Hazard {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func verifyHazard(_ request: VerifyHazardRequest, context: ServerContext) async throws -> Hazard {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
