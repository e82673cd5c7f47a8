internal import RPCCore
internal import RedSailAPI

/// 安全隐患.
extension SafetyHandlers {
  func getHazard(_ request: GetHazardRequest, context: ServerContext) async throws -> Hazard {
    try await hazards.get(request.name, context)
  }

  func listHazards(_ request: ListHazardsRequest, context: ServerContext) async throws
    -> ListHazardsResponse
  {
    let page = try await hazards.list(request, context)
    return .with {
      $0.hazards = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createHazard(_ request: CreateHazardRequest, context: ServerContext) async throws -> Hazard {
    try await hazards.create(request, context)
  }

  func updateHazard(_ request: UpdateHazardRequest, context: ServerContext) async throws -> Hazard {
    try await hazards.update(request, context)
  }

  func deleteHazard(_ request: DeleteHazardRequest, context: ServerContext) async throws -> Hazard {
    try await hazards.delete(request, context)
  }

  func undeleteHazard(_ request: UndeleteHazardRequest, context: ServerContext) async throws -> Hazard {
    try await hazards.undelete(request, context)
  }
}
