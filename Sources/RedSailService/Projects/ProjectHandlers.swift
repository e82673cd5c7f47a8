internal import RPCCore
internal import RedSailAPI

/// Projects (物业服务项目).
struct ProjectHandlers: ProjectService {
  let projects: StandardMethods<Project>

  init(_ environment: ServiceEnvironment) {
    projects = StandardMethods(environment: environment)
  }

  func getProject(_ request: GetProjectRequest, context: ServerContext) async throws -> Project {
    try await projects.get(request.name, context)
  }

  func listProjects(_ request: ListProjectsRequest, context: ServerContext) async throws -> ListProjectsResponse {
    let page = try await projects.list(request, context)
    return .with {
      $0.projects = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createProject(_ request: CreateProjectRequest, context: ServerContext) async throws -> Project {
    try await projects.create(request, context)
  }

  func updateProject(_ request: UpdateProjectRequest, context: ServerContext) async throws -> Project {
    try await projects.update(request, context)
  }

  func deleteProject(_ request: DeleteProjectRequest, context: ServerContext) async throws -> Project {
    try await projects.delete(request, context)
  }

  func undeleteProject(_ request: UndeleteProjectRequest, context: ServerContext) async throws -> Project {
    try await projects.undelete(request, context)
  }
}
