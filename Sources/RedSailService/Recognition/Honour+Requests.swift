internal import RedSailAPI

extension ListHonoursRequest: ListRequest {}
extension CreateHonourRequest: CreateRequest {
  var resourceID: String { honourID }
  var resource: Honour? { honour }
}
extension UpdateHonourRequest: UpdateRequest {
  var resource: Honour? { honour }
}
extension DeleteHonourRequest: ActionRequest {}
extension UndeleteHonourRequest: ActionRequest {}
