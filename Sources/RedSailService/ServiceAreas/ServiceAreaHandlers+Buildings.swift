internal import RPCCore
internal import RedSailAPI

/// 楼栋.
extension ServiceAreaHandlers {
  func getBuilding(_ request: GetBuildingRequest, context: ServerContext) async throws -> Building {
    try await buildings.get(request.name, context)
  }

  func listBuildings(_ request: ListBuildingsRequest, context: ServerContext) async throws
    -> ListBuildingsResponse
  {
    let page = try await buildings.list(request, context)
    return .with {
      $0.buildings = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createBuilding(_ request: CreateBuildingRequest, context: ServerContext) async throws -> Building {
    try await buildings.create(request, context)
  }

  func updateBuilding(_ request: UpdateBuildingRequest, context: ServerContext) async throws -> Building {
    try await buildings.update(request, context)
  }

  func deleteBuilding(_ request: DeleteBuildingRequest, context: ServerContext) async throws -> Building {
    try await buildings.delete(request, context)
  }

  func undeleteBuilding(_ request: UndeleteBuildingRequest, context: ServerContext) async throws -> Building {
    try await buildings.undelete(request, context)
  }
}
