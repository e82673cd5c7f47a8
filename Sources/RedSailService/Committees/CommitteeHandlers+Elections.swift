internal import RPCCore
internal import RedSailAPI

/// 业委会选举.
extension CommitteeHandlers {
  func getElection(_ request: GetElectionRequest, context: ServerContext) async throws -> Election {
    try await elections.get(request.name, context)
  }

  func listElections(_ request: ListElectionsRequest, context: ServerContext) async throws
    -> ListElectionsResponse
  {
    let page = try await elections.list(request, context)
    return .with {
      $0.elections = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createElection(_ request: CreateElectionRequest, context: ServerContext) async throws -> Election {
    try await elections.create(request, context)
  }

  func updateElection(_ request: UpdateElectionRequest, context: ServerContext) async throws -> Election {
    try await elections.update(request, context)
  }

  func deleteElection(_ request: DeleteElectionRequest, context: ServerContext) async throws -> Election {
    try await elections.delete(request, context)
  }

  func undeleteElection(_ request: UndeleteElectionRequest, context: ServerContext) async throws -> Election {
    try await elections.undelete(request, context)
  }
}
