internal import RPCCore
internal import RedSailAPI

/// 物业服务区域.
extension ServiceAreaHandlers {
  func getServiceArea(_ request: GetServiceAreaRequest, context: ServerContext) async throws -> ServiceArea {
    try await serviceAreas.get(request.name, context)
  }

  func listServiceAreas(_ request: ListServiceAreasRequest, context: ServerContext) async throws
    -> ListServiceAreasResponse
  {
    let page = try await serviceAreas.list(request, context)
    return .with {
      $0.serviceAreas = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createServiceArea(_ request: CreateServiceAreaRequest, context: ServerContext) async throws -> ServiceArea {
    try await serviceAreas.create(request, context)
  }

  func updateServiceArea(_ request: UpdateServiceAreaRequest, context: ServerContext) async throws -> ServiceArea {
    try await serviceAreas.update(request, context)
  }

  func deleteServiceArea(_ request: DeleteServiceAreaRequest, context: ServerContext) async throws -> ServiceArea {
    try await serviceAreas.delete(request, context)
  }

  func undeleteServiceArea(_ request: UndeleteServiceAreaRequest, context: ServerContext) async throws -> ServiceArea {
    try await serviceAreas.undelete(request, context)
  }
}
