internal import RPCCore
internal import RedSailAPI

/// 专项工作.
extension RecognitionHandlers {
  func getProgramme(_ request: GetProgrammeRequest, context: ServerContext) async throws -> Programme {
    try await programmes.get(request.name, context)
  }

  func listProgrammes(_ request: ListProgrammesRequest, context: ServerContext) async throws
    -> ListProgrammesResponse
  {
    let page = try await programmes.list(request, context)
    return .with {
      $0.programmes = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createProgramme(_ request: CreateProgrammeRequest, context: ServerContext) async throws -> Programme {
    try await programmes.create(request, context)
  }

  func updateProgramme(_ request: UpdateProgrammeRequest, context: ServerContext) async throws -> Programme {
    try await programmes.update(request, context)
  }

  func deleteProgramme(_ request: DeleteProgrammeRequest, context: ServerContext) async throws -> Programme {
    try await programmes.delete(request, context)
  }

  func undeleteProgramme(_ request: UndeleteProgrammeRequest, context: ServerContext) async throws -> Programme {
    try await programmes.undelete(request, context)
  }
}
