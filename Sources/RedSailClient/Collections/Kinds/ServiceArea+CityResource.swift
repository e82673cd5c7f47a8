extension ServiceArea: CityResource {
  /// The standard methods of `ServiceAreaService`.
  public static let standardMethods = StandardMethods(
    collectionID: "serviceAreas",
    get: ServiceAreaServiceMethods.getServiceArea,
    list: ServiceAreaServiceMethods.listServiceAreas,
    items: \.serviceAreas,
    create: ServiceAreaServiceMethods.createServiceArea,
    createdResource: \.serviceArea,
    createdID: \.serviceAreaID,
    update: ServiceAreaServiceMethods.updateServiceArea,
    updatedResource: \.serviceArea,
    delete: ServiceAreaServiceMethods.deleteServiceArea,
    undelete: ServiceAreaServiceMethods.undeleteServiceArea
  )
}

extension GetServiceAreaRequest: StandardGetRequest {}
extension ListServiceAreasRequest: StandardListRequest {}
extension ListServiceAreasResponse: StandardListResponse {}
extension CreateServiceAreaRequest: StandardCreateRequest {}
extension UpdateServiceAreaRequest: StandardUpdateRequest {}
extension DeleteServiceAreaRequest: ActionRequest {}
extension UndeleteServiceAreaRequest: ActionRequest {}
