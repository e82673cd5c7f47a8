extension Building: CityResource {
  /// The standard methods of `ServiceAreaService`.
  public static let standardMethods = StandardMethods(
    collectionID: "buildings",
    get: ServiceAreaServiceMethods.getBuilding,
    list: ServiceAreaServiceMethods.listBuildings,
    items: \.buildings,
    create: ServiceAreaServiceMethods.createBuilding,
    createdResource: \.building,
    createdID: \.buildingID,
    update: ServiceAreaServiceMethods.updateBuilding,
    updatedResource: \.building,
    delete: ServiceAreaServiceMethods.deleteBuilding,
    undelete: ServiceAreaServiceMethods.undeleteBuilding
  )
}

extension GetBuildingRequest: StandardGetRequest {}
extension ListBuildingsRequest: StandardListRequest {}
extension ListBuildingsResponse: StandardListResponse {}
extension CreateBuildingRequest: StandardCreateRequest {}
extension UpdateBuildingRequest: StandardUpdateRequest {}
extension DeleteBuildingRequest: ActionRequest {}
extension UndeleteBuildingRequest: ActionRequest {}
