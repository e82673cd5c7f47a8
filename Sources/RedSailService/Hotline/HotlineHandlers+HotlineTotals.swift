internal import RPCCore
internal import RedSailAPI

/// 热线来话总量.
extension HotlineHandlers {
  func getHotlineTotal(_ request: GetHotlineTotalRequest, context: ServerContext) async throws -> HotlineTotal {
    try await hotlineTotals.get(request.name, context)
  }

  func listHotlineTotals(_ request: ListHotlineTotalsRequest, context: ServerContext) async throws
    -> ListHotlineTotalsResponse
  {
    let page = try await hotlineTotals.list(request, context)
    return .with {
      $0.hotlineTotals = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createHotlineTotal(_ request: CreateHotlineTotalRequest, context: ServerContext) async throws -> HotlineTotal {
    try await hotlineTotals.create(request, context)
  }

  func updateHotlineTotal(_ request: UpdateHotlineTotalRequest, context: ServerContext) async throws -> HotlineTotal {
    try await hotlineTotals.update(request, context)
  }

  func deleteHotlineTotal(_ request: DeleteHotlineTotalRequest, context: ServerContext) async throws -> HotlineTotal {
    try await hotlineTotals.delete(request, context)
  }

  func undeleteHotlineTotal(_ request: UndeleteHotlineTotalRequest, context: ServerContext) async throws -> HotlineTotal
  {
    try await hotlineTotals.undelete(request, context)
  }
}
