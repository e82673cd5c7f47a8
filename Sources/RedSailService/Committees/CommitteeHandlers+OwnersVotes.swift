internal import RPCCore
internal import RedSailAPI

/// 业主共同决定.
extension CommitteeHandlers {
  func getOwnersVote(_ request: GetOwnersVoteRequest, context: ServerContext) async throws -> OwnersVote {
    try await ownersVotes.get(request.name, context)
  }

  func listOwnersVotes(_ request: ListOwnersVotesRequest, context: ServerContext) async throws
    -> ListOwnersVotesResponse
  {
    let page = try await ownersVotes.list(request, context)
    return .with {
      $0.ownersVotes = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createOwnersVote(_ request: CreateOwnersVoteRequest, context: ServerContext) async throws -> OwnersVote {
    try await ownersVotes.create(request, context)
  }

  func updateOwnersVote(_ request: UpdateOwnersVoteRequest, context: ServerContext) async throws -> OwnersVote {
    try await ownersVotes.update(request, context)
  }

  func deleteOwnersVote(_ request: DeleteOwnersVoteRequest, context: ServerContext) async throws -> OwnersVote {
    try await ownersVotes.delete(request, context)
  }

  func undeleteOwnersVote(_ request: UndeleteOwnersVoteRequest, context: ServerContext) async throws -> OwnersVote {
    try await ownersVotes.undelete(request, context)
  }
}
