internal import RedSailAPI

extension ListChargingFacilitiesRequest: ListRequest {}
extension CreateChargingFacilityRequest: CreateRequest {
  var resourceID: String { chargingFacilityID }
  var resource: ChargingFacility? { chargingFacility }
}
extension UpdateChargingFacilityRequest: UpdateRequest {
  var resource: ChargingFacility? { chargingFacility }
}
extension DeleteChargingFacilityRequest: ActionRequest {}
extension UndeleteChargingFacilityRequest: ActionRequest {}
