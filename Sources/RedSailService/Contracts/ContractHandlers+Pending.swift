internal import RPCCore
internal import RedSailAPI

extension ContractHandlers {
  func fileContract(_ request: FileContractRequest, context: ServerContext) async throws -> Contract {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
