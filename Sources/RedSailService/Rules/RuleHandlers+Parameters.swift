internal import RPCCore
internal import RedSailAPI

/// 规则参数.
extension RuleHandlers {
  func getParameter(_ request: GetParameterRequest, context: ServerContext) async throws -> Parameter {
    try await parameters.get(request.name, context)
  }

  func listParameters(_ request: ListParametersRequest, context: ServerContext) async throws
    -> ListParametersResponse
  {
    let page = try await parameters.list(request, context)
    return .with {
      $0.parameters = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createParameter(_ request: CreateParameterRequest, context: ServerContext) async throws -> Parameter {
    try await parameters.create(request, context)
  }

  func updateParameter(_ request: UpdateParameterRequest, context: ServerContext) async throws -> Parameter {
    try await parameters.update(request, context)
  }

  func deleteParameter(_ request: DeleteParameterRequest, context: ServerContext) async throws -> Parameter {
    try await parameters.delete(request, context)
  }

  func undeleteParameter(_ request: UndeleteParameterRequest, context: ServerContext) async throws -> Parameter {
    try await parameters.undelete(request, context)
  }
}
