extension Division: CityResource {
  /// The standard methods of `DivisionService`.
  public static let standardMethods = StandardMethods(
    collectionID: "divisions",
    get: DivisionServiceMethods.getDivision,
    list: DivisionServiceMethods.listDivisions,
    items: \.divisions,
    create: DivisionServiceMethods.createDivision,
    createdResource: \.division,
    createdID: \.divisionID,
    update: DivisionServiceMethods.updateDivision,
    updatedResource: \.division,
    delete: DivisionServiceMethods.deleteDivision,
    undelete: DivisionServiceMethods.undeleteDivision
  )
}

extension GetDivisionRequest: StandardGetRequest {}
extension ListDivisionsRequest: StandardListRequest {}
extension ListDivisionsResponse: StandardListResponse {}
extension CreateDivisionRequest: StandardCreateRequest {}
extension UpdateDivisionRequest: StandardUpdateRequest {}
extension DeleteDivisionRequest: ActionRequest {}
extension UndeleteDivisionRequest: ActionRequest {}
