internal import RedSailAPI

extension ListInspectionsRequest: ListRequest {}
extension CreateInspectionRequest: CreateRequest {
  var resourceID: String { inspectionID }
  var resource: Inspection? { inspection }
}
extension UpdateInspectionRequest: UpdateRequest {
  var resource: Inspection? { inspection }
}
extension DeleteInspectionRequest: ActionRequest {}
extension UndeleteInspectionRequest: ActionRequest {}
