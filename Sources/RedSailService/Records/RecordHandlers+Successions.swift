internal import RPCCore
internal import RedSailAPI

/// 合并拆分.
extension RecordHandlers {
  func getSuccession(_ request: GetSuccessionRequest, context: ServerContext) async throws -> Succession {
    try await successions.get(request.name, context)
  }

  func listSuccessions(_ request: ListSuccessionsRequest, context: ServerContext) async throws
    -> ListSuccessionsResponse
  {
    let page = try await successions.list(request, context)
    return .with {
      $0.successions = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }
}
