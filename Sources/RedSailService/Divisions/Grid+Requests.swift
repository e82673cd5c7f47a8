internal import RedSailAPI

extension ListGridsRequest: ListRequest {}
extension CreateGridRequest: CreateRequest {
  var resourceID: String { gridID }
  var resource: Grid? { grid }
}
extension UpdateGridRequest: UpdateRequest {
  var resource: Grid? { grid }
}
extension DeleteGridRequest: ActionRequest {}
extension UndeleteGridRequest: ActionRequest {}
