internal import RedSailAPI

extension ListStationsRequest: ListRequest {}
extension CreateStationRequest: CreateRequest {
  var resourceID: String { stationID }
  var resource: Station? { station }
}
extension UpdateStationRequest: UpdateRequest {
  var resource: Station? { station }
}
extension DeleteStationRequest: ActionRequest {}
extension UndeleteStationRequest: ActionRequest {}
