internal import RPCCore
internal import RedSailAPI

/// 物业接管.
extension ImprovementHandlers {
  func getTakeover(_ request: GetTakeoverRequest, context: ServerContext) async throws -> Takeover {
    try await takeovers.get(request.name, context)
  }

  func listTakeovers(_ request: ListTakeoversRequest, context: ServerContext) async throws
    -> ListTakeoversResponse
  {
    let page = try await takeovers.list(request, context)
    return .with {
      $0.takeovers = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createTakeover(_ request: CreateTakeoverRequest, context: ServerContext) async throws -> Takeover {
    try await takeovers.create(request, context)
  }

  func updateTakeover(_ request: UpdateTakeoverRequest, context: ServerContext) async throws -> Takeover {
    try await takeovers.update(request, context)
  }

  func deleteTakeover(_ request: DeleteTakeoverRequest, context: ServerContext) async throws -> Takeover {
    try await takeovers.delete(request, context)
  }

  func undeleteTakeover(_ request: UndeleteTakeoverRequest, context: ServerContext) async throws -> Takeover {
    try await takeovers.undelete(request, context)
  }
}
