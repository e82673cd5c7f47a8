internal import RPCCore
internal import RedSailAPI

/// 业主委员会.
extension CommitteeHandlers {
  func getCommittee(_ request: GetCommitteeRequest, context: ServerContext) async throws -> Committee {
    try await committees.get(request.name, context)
  }

  func listCommittees(_ request: ListCommitteesRequest, context: ServerContext) async throws
    -> ListCommitteesResponse
  {
    let page = try await committees.list(request, context)
    return .with {
      $0.committees = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createCommittee(_ request: CreateCommitteeRequest, context: ServerContext) async throws -> Committee {
    try await committees.create(request, context)
  }

  func updateCommittee(_ request: UpdateCommitteeRequest, context: ServerContext) async throws -> Committee {
    try await committees.update(request, context)
  }

  func deleteCommittee(_ request: DeleteCommitteeRequest, context: ServerContext) async throws -> Committee {
    try await committees.delete(request, context)
  }

  func undeleteCommittee(_ request: UndeleteCommitteeRequest, context: ServerContext) async throws -> Committee {
    try await committees.undelete(request, context)
  }
}
