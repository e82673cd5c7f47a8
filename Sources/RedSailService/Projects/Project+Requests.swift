internal import RedSailAPI

extension ListProjectsRequest: ListRequest {}
extension CreateProjectRequest: CreateRequest {
  var resourceID: String { projectID }
  var resource: Project? { project }
}
extension UpdateProjectRequest: UpdateRequest {
  var resource: Project? { project }
}
extension DeleteProjectRequest: ActionRequest {}
extension UndeleteProjectRequest: ActionRequest {}
