internal import RPCCore
internal import RedSailAPI

/// 房屋.
extension ServiceAreaHandlers {
  func getUnit(_ request: GetUnitRequest, context: ServerContext) async throws -> Unit {
    try await units.get(request.name, context)
  }

  func listUnits(_ request: ListUnitsRequest, context: ServerContext) async throws
    -> ListUnitsResponse
  {
    let page = try await units.list(request, context)
    return .with {
      $0.units = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createUnit(_ request: CreateUnitRequest, context: ServerContext) async throws -> Unit {
    try await units.create(request, context)
  }

  func updateUnit(_ request: UpdateUnitRequest, context: ServerContext) async throws -> Unit {
    try await units.update(request, context)
  }

  func deleteUnit(_ request: DeleteUnitRequest, context: ServerContext) async throws -> Unit {
    try await units.delete(request, context)
  }

  func undeleteUnit(_ request: UndeleteUnitRequest, context: ServerContext) async throws -> Unit {
    try await units.undelete(request, context)
  }
}
