internal import RPCCore
internal import RedSailAPI

/// 整改任务.
extension CommitteeHandlers {
  func getRectification(_ request: GetRectificationRequest, context: ServerContext) async throws -> Rectification {
    try await rectifications.get(request.name, context)
  }

  func listRectifications(_ request: ListRectificationsRequest, context: ServerContext) async throws
    -> ListRectificationsResponse
  {
    let page = try await rectifications.list(request, context)
    return .with {
      $0.rectifications = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createRectification(_ request: CreateRectificationRequest, context: ServerContext) async throws -> Rectification
  {
    try await rectifications.create(request, context)
  }

  func updateRectification(_ request: UpdateRectificationRequest, context: ServerContext) async throws -> Rectification
  {
    try await rectifications.update(request, context)
  }

  func deleteRectification(_ request: DeleteRectificationRequest, context: ServerContext) async throws -> Rectification
  {
    try await rectifications.delete(request, context)
  }

  func undeleteRectification(_ request: UndeleteRectificationRequest, context: ServerContext) async throws
    -> Rectification
  {
    try await rectifications.undelete(request, context)
  }
}
