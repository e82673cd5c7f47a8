internal import RPCCore
internal import RedSailAPI

/// 财政补助.
extension ImprovementHandlers {
  func getSubsidy(_ request: GetSubsidyRequest, context: ServerContext) async throws -> Subsidy {
    try await subsidies.get(request.name, context)
  }

  func listSubsidies(_ request: ListSubsidiesRequest, context: ServerContext) async throws
    -> ListSubsidiesResponse
  {
    let page = try await subsidies.list(request, context)
    return .with {
      $0.subsidies = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createSubsidy(_ request: CreateSubsidyRequest, context: ServerContext) async throws -> Subsidy {
    try await subsidies.create(request, context)
  }

  func updateSubsidy(_ request: UpdateSubsidyRequest, context: ServerContext) async throws -> Subsidy {
    try await subsidies.update(request, context)
  }

  func deleteSubsidy(_ request: DeleteSubsidyRequest, context: ServerContext) async throws -> Subsidy {
    try await subsidies.delete(request, context)
  }

  func undeleteSubsidy(_ request: UndeleteSubsidyRequest, context: ServerContext) async throws -> Subsidy {
    try await subsidies.undelete(request, context)
  }
}
