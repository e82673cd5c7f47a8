internal import RedSailAPI

extension ListReceptionDaysRequest: ListRequest {}
extension CreateReceptionDayRequest: CreateRequest {
  var resourceID: String { receptionDayID }
  var resource: ReceptionDay? { receptionDay }
}
extension UpdateReceptionDayRequest: UpdateRequest {
  var resource: ReceptionDay? { receptionDay }
}
extension DeleteReceptionDayRequest: ActionRequest {}
extension UndeleteReceptionDayRequest: ActionRequest {}
extension HoldReceptionDayRequest: ActionRequest {}
extension CancelReceptionDayRequest: ActionRequest {}
