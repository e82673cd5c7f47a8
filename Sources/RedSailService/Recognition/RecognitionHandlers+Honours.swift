internal import RPCCore
internal import RedSailAPI

/// 荣誉.
extension RecognitionHandlers {
  func getHonour(_ request: GetHonourRequest, context: ServerContext) async throws -> Honour {
    try await honours.get(request.name, context)
  }

  func listHonours(_ request: ListHonoursRequest, context: ServerContext) async throws
    -> ListHonoursResponse
  {
    let page = try await honours.list(request, context)
    return .with {
      $0.honours = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createHonour(_ request: CreateHonourRequest, context: ServerContext) async throws -> Honour {
    try await honours.create(request, context)
  }

  func updateHonour(_ request: UpdateHonourRequest, context: ServerContext) async throws -> Honour {
    try await honours.update(request, context)
  }

  func deleteHonour(_ request: DeleteHonourRequest, context: ServerContext) async throws -> Honour {
    try await honours.delete(request, context)
  }

  func undeleteHonour(_ request: UndeleteHonourRequest, context: ServerContext) async throws -> Honour {
    try await honours.undelete(request, context)
  }
}
