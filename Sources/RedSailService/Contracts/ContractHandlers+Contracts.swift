internal import RPCCore
internal import RedSailAPI

/// 物业服务合同.
extension ContractHandlers {
  func getContract(_ request: GetContractRequest, context: ServerContext) async throws -> Contract {
    try await contracts.get(request.name, context)
  }

  func listContracts(_ request: ListContractsRequest, context: ServerContext) async throws
    -> ListContractsResponse
  {
    let page = try await contracts.list(request, context)
    return .with {
      $0.contracts = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createContract(_ request: CreateContractRequest, context: ServerContext) async throws -> Contract {
    try await contracts.create(request, context)
  }

  func updateContract(_ request: UpdateContractRequest, context: ServerContext) async throws -> Contract {
    try await contracts.update(request, context)
  }

  func deleteContract(_ request: DeleteContractRequest, context: ServerContext) async throws -> Contract {
    try await contracts.delete(request, context)
  }

  func undeleteContract(_ request: UndeleteContractRequest, context: ServerContext) async throws -> Contract {
    try await contracts.undelete(request, context)
  }
}
