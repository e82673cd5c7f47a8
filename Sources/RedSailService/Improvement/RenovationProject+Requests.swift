internal import RedSailAPI

extension ListRenovationProjectsRequest: ListRequest {}
extension CreateRenovationProjectRequest: CreateRequest {
  var resourceID: String { renovationProjectID }
  var resource: RenovationProject? { renovationProject }
}
extension UpdateRenovationProjectRequest: UpdateRequest {
  var resource: RenovationProject? { renovationProject }
}
extension DeleteRenovationProjectRequest: ActionRequest {}
extension UndeleteRenovationProjectRequest: ActionRequest {}
extension DecideManagementModeRequest: ActionRequest {}
extension ApproveRenovationProjectRequest: ActionRequest {}
extension StartRenovationProjectRequest: ActionRequest {}
extension CompleteRenovationProjectRequest: ActionRequest {}
extension CancelRenovationProjectRequest: ActionRequest {}
