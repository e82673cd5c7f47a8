internal import RedSailAPI

extension ListTakeoversRequest: ListRequest {}
extension CreateTakeoverRequest: CreateRequest {
  var resourceID: String { takeoverID }
  var resource: Takeover? { takeover }
}
extension UpdateTakeoverRequest: UpdateRequest {
  var resource: Takeover? { takeover }
}
extension DeleteTakeoverRequest: ActionRequest {}
extension UndeleteTakeoverRequest: ActionRequest {}
