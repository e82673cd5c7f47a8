extension Hazard: CityResource {
  /// The standard methods of `SafetyService`.
  public static let standardMethods = StandardMethods(
    collectionID: "hazards",
    get: SafetyServiceMethods.getHazard,
    list: SafetyServiceMethods.listHazards,
    items: \.hazards,
    create: SafetyServiceMethods.createHazard,
    createdResource: \.hazard,
    createdID: \.hazardID,
    update: SafetyServiceMethods.updateHazard,
    updatedResource: \.hazard,
    delete: SafetyServiceMethods.deleteHazard,
    undelete: SafetyServiceMethods.undeleteHazard
  )
}

extension GetHazardRequest: StandardGetRequest {}
extension ListHazardsRequest: StandardListRequest {}
extension ListHazardsResponse: StandardListResponse {}
extension CreateHazardRequest: StandardCreateRequest {}
extension UpdateHazardRequest: StandardUpdateRequest {}
extension DeleteHazardRequest: ActionRequest {}
extension UndeleteHazardRequest: ActionRequest {}
extension OrderHazardRequest: ActionRequest {}
extension RemedyHazardRequest: ActionRequest {}
extension VerifyHazardRequest: ActionRequest {}
