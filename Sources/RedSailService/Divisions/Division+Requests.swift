internal import RedSailAPI

extension ListDivisionsRequest: ListRequest {}
extension CreateDivisionRequest: CreateRequest {
  var resourceID: String { divisionID }
  var resource: Division? { division }
}
extension UpdateDivisionRequest: UpdateRequest {
  var resource: Division? { division }
}
extension DeleteDivisionRequest: ActionRequest {}
extension UndeleteDivisionRequest: ActionRequest {}
