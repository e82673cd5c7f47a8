internal import RedSailAPI

extension ListSubsidiesRequest: ListRequest {}
extension CreateSubsidyRequest: CreateRequest {
  var resourceID: String { subsidyID }
  var resource: Subsidy? { subsidy }
}
extension UpdateSubsidyRequest: UpdateRequest {
  var resource: Subsidy? { subsidy }
}
extension DeleteSubsidyRequest: ActionRequest {}
extension UndeleteSubsidyRequest: ActionRequest {}
extension ApproveSubsidyRequest: ActionRequest {}
extension RefuseSubsidyRequest: ActionRequest {}
extension PaySubsidyRequest: ActionRequest {}
