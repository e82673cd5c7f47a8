internal import RPCCore
internal import RedSailAPI

/// 候选人.
extension CommitteeHandlers {
  func getCandidate(_ request: GetCandidateRequest, context: ServerContext) async throws -> Candidate {
    try await candidates.get(request.name, context)
  }

  func listCandidates(_ request: ListCandidatesRequest, context: ServerContext) async throws
    -> ListCandidatesResponse
  {
    let page = try await candidates.list(request, context)
    return .with {
      $0.candidates = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createCandidate(_ request: CreateCandidateRequest, context: ServerContext) async throws -> Candidate {
    try await candidates.create(request, context)
  }

  func updateCandidate(_ request: UpdateCandidateRequest, context: ServerContext) async throws -> Candidate {
    try await candidates.update(request, context)
  }

  func deleteCandidate(_ request: DeleteCandidateRequest, context: ServerContext) async throws -> Candidate {
    try await candidates.delete(request, context)
  }

  func undeleteCandidate(_ request: UndeleteCandidateRequest, context: ServerContext) async throws -> Candidate {
    try await candidates.undelete(request, context)
  }
}
