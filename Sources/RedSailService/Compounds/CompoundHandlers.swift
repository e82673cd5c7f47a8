internal import RPCCore
internal import RedSailAPI

/// Residential compounds (小区).
struct CompoundHandlers: CompoundService {
  let compounds: StandardMethods<Compound>

  init(_ environment: ServiceEnvironment) {
    compounds = StandardMethods(environment: environment)
  }

  func getCompound(_ request: GetCompoundRequest, context: ServerContext) async throws -> Compound {
    try await compounds.get(request.name, context)
  }

  func listCompounds(_ request: ListCompoundsRequest, context: ServerContext) async throws -> ListCompoundsResponse {
    let page = try await compounds.list(request, context)
    return .with {
      $0.compounds = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createCompound(_ request: CreateCompoundRequest, context: ServerContext) async throws -> Compound {
    try await compounds.create(request, context)
  }

  func updateCompound(_ request: UpdateCompoundRequest, context: ServerContext) async throws -> Compound {
    try await compounds.update(request, context)
  }

  func deleteCompound(_ request: DeleteCompoundRequest, context: ServerContext) async throws -> Compound {
    try await compounds.delete(request, context)
  }

  func undeleteCompound(_ request: UndeleteCompoundRequest, context: ServerContext) async throws -> Compound {
    try await compounds.undelete(request, context)
  }
}
