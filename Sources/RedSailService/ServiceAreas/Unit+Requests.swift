internal import RedSailAPI

extension ListUnitsRequest: ListRequest {}
extension CreateUnitRequest: CreateRequest {
  var resourceID: String { unitID }
  var resource: Unit? { unit }
}
extension UpdateUnitRequest: UpdateRequest {
  var resource: Unit? { unit }
}
extension DeleteUnitRequest: ActionRequest {}
extension UndeleteUnitRequest: ActionRequest {}
