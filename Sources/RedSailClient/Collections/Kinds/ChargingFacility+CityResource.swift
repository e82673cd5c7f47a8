extension ChargingFacility: CityResource {
  /// The standard methods of `SafetyService`.
  public static let standardMethods = StandardMethods(
    collectionID: "chargingFacilities",
    get: SafetyServiceMethods.getChargingFacility,
    list: SafetyServiceMethods.listChargingFacilities,
    items: \.chargingFacilities,
    create: SafetyServiceMethods.createChargingFacility,
    createdResource: \.chargingFacility,
    createdID: \.chargingFacilityID,
    update: SafetyServiceMethods.updateChargingFacility,
    updatedResource: \.chargingFacility,
    delete: SafetyServiceMethods.deleteChargingFacility,
    undelete: SafetyServiceMethods.undeleteChargingFacility
  )
}

extension GetChargingFacilityRequest: StandardGetRequest {}
extension ListChargingFacilitiesRequest: StandardListRequest {}
extension ListChargingFacilitiesResponse: StandardListResponse {}
extension CreateChargingFacilityRequest: StandardCreateRequest {}
extension UpdateChargingFacilityRequest: StandardUpdateRequest {}
extension DeleteChargingFacilityRequest: ActionRequest {}
extension UndeleteChargingFacilityRequest: ActionRequest {}
