internal import RedSailAPI

extension ListFirmsRequest: ListRequest {}
extension CreateFirmRequest: CreateRequest {
  var resourceID: String { firmID }
  var resource: Firm? { firm }
}
extension UpdateFirmRequest: UpdateRequest {
  var resource: Firm? { firm }
}
extension DeleteFirmRequest: ActionRequest {}
extension UndeleteFirmRequest: ActionRequest {}
