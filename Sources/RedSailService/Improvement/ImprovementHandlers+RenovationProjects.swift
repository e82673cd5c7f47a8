internal import RPCCore
internal import RedSailAPI

/// 老旧小区改造项目.
extension ImprovementHandlers {
  func getRenovationProject(_ request: GetRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    try await renovationProjects.get(request.name, context)
  }

  func listRenovationProjects(_ request: ListRenovationProjectsRequest, context: ServerContext) async throws
    -> ListRenovationProjectsResponse
  {
    let page = try await renovationProjects.list(request, context)
    return .with {
      $0.renovationProjects = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createRenovationProject(_ request: CreateRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    try await renovationProjects.create(request, context)
  }

  func updateRenovationProject(_ request: UpdateRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    try await renovationProjects.update(request, context)
  }

  func deleteRenovationProject(_ request: DeleteRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    try await renovationProjects.delete(request, context)
  }

  func undeleteRenovationProject(_ request: UndeleteRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    try await renovationProjects.undelete(request, context)
  }
}
