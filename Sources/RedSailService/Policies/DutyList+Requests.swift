internal import RedSailAPI

extension ListDutyListsRequest: ListRequest {}
extension CreateDutyListRequest: CreateRequest {
  var resourceID: String { dutyListID }
  var resource: DutyList? { dutyList }
}
extension UpdateDutyListRequest: UpdateRequest {
  var resource: DutyList? { dutyList }
}
extension DeleteDutyListRequest: ActionRequest {}
extension UndeleteDutyListRequest: ActionRequest {}
