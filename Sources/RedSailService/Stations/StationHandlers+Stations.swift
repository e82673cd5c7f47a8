internal import RPCCore
internal import RedSailAPI

/// 红帆驿站.
extension StationHandlers {
  func getStation(_ request: GetStationRequest, context: ServerContext) async throws -> Station {
    try await stations.get(request.name, context)
  }

  func listStations(_ request: ListStationsRequest, context: ServerContext) async throws
    -> ListStationsResponse
  {
    let page = try await stations.list(request, context)
    return .with {
      $0.stations = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createStation(_ request: CreateStationRequest, context: ServerContext) async throws -> Station {
    try await stations.create(request, context)
  }

  func updateStation(_ request: UpdateStationRequest, context: ServerContext) async throws -> Station {
    try await stations.update(request, context)
  }

  func deleteStation(_ request: DeleteStationRequest, context: ServerContext) async throws -> Station {
    try await stations.delete(request, context)
  }

  func undeleteStation(_ request: UndeleteStationRequest, context: ServerContext) async throws -> Station {
    try await stations.undelete(request, context)
  }
}
