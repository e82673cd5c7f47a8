internal import RPCCore
internal import RedSailAPI

/// 关键岗位.
extension PersonnelHandlers {
  func getKeyPost(_ request: GetKeyPostRequest, context: ServerContext) async throws -> KeyPost {
    try await keyPosts.get(request.name, context)
  }

  func listKeyPosts(_ request: ListKeyPostsRequest, context: ServerContext) async throws
    -> ListKeyPostsResponse
  {
    let page = try await keyPosts.list(request, context)
    return .with {
      $0.keyPosts = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createKeyPost(_ request: CreateKeyPostRequest, context: ServerContext) async throws -> KeyPost {
    try await keyPosts.create(request, context)
  }

  func updateKeyPost(_ request: UpdateKeyPostRequest, context: ServerContext) async throws -> KeyPost {
    try await keyPosts.update(request, context)
  }

  func deleteKeyPost(_ request: DeleteKeyPostRequest, context: ServerContext) async throws -> KeyPost {
    try await keyPosts.delete(request, context)
  }

  func undeleteKeyPost(_ request: UndeleteKeyPostRequest, context: ServerContext) async throws -> KeyPost {
    try await keyPosts.undelete(request, context)
  }
}
