internal import RPCCore
internal import RedSailAPI

extension CompoundHandlers {
  func getCompoundHistory(_ request: GetCompoundHistoryRequest, context: ServerContext) async throws
    -> GetCompoundHistoryResponse
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
