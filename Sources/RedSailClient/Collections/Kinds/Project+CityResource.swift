extension Project: CityResource {
  /// The standard methods of `ProjectService`.
  public static let standardMethods = StandardMethods(
    collectionID: "projects",
    get: ProjectServiceMethods.getProject,
    list: ProjectServiceMethods.listProjects,
    items: \.projects,
    create: ProjectServiceMethods.createProject,
    createdResource: \.project,
    createdID: \.projectID,
    update: ProjectServiceMethods.updateProject,
    updatedResource: \.project,
    delete: ProjectServiceMethods.deleteProject,
    undelete: ProjectServiceMethods.undeleteProject
  )
}

extension GetProjectRequest: StandardGetRequest {}
extension ListProjectsRequest: StandardListRequest {}
extension ListProjectsResponse: StandardListResponse {}
extension CreateProjectRequest: StandardCreateRequest {}
extension UpdateProjectRequest: StandardUpdateRequest {}
extension DeleteProjectRequest: ActionRequest {}
extension UndeleteProjectRequest: ActionRequest {}
