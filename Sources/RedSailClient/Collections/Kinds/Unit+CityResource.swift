extension Unit: CityResource {
  /// The standard methods of `ServiceAreaService`.
  public static let standardMethods = StandardMethods(
    collectionID: "units",
    get: ServiceAreaServiceMethods.getUnit,
    list: ServiceAreaServiceMethods.listUnits,
    items: \.units,
    create: ServiceAreaServiceMethods.createUnit,
    createdResource: \.unit,
    createdID: \.unitID,
    update: ServiceAreaServiceMethods.updateUnit,
    updatedResource: \.unit,
    delete: ServiceAreaServiceMethods.deleteUnit,
    undelete: ServiceAreaServiceMethods.undeleteUnit
  )
}

extension GetUnitRequest: StandardGetRequest {}
extension ListUnitsRequest: StandardListRequest {}
extension ListUnitsResponse: StandardListResponse {}
extension CreateUnitRequest: StandardCreateRequest {}
extension UpdateUnitRequest: StandardUpdateRequest {}
extension DeleteUnitRequest: ActionRequest {}
extension UndeleteUnitRequest: ActionRequest {}
