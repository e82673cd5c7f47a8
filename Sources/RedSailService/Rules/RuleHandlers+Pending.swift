internal import RPCCore
internal import RedSailAPI

extension RuleHandlers {
  func resolveParameters(_ request: ResolveParametersRequest, context: ServerContext) async throws
    -> ResolveParametersResponse
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
