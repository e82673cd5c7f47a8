extension Grid: CityResource {
  /// The standard methods of `DivisionService`.
  public static let standardMethods = StandardMethods(
    collectionID: "grids",
    get: DivisionServiceMethods.getGrid,
    list: DivisionServiceMethods.listGrids,
    items: \.grids,
    create: DivisionServiceMethods.createGrid,
    createdResource: \.grid,
    createdID: \.gridID,
    update: DivisionServiceMethods.updateGrid,
    updatedResource: \.grid,
    delete: DivisionServiceMethods.deleteGrid,
    undelete: DivisionServiceMethods.undeleteGrid
  )
}

extension GetGridRequest: StandardGetRequest {}
extension ListGridsRequest: StandardListRequest {}
extension ListGridsResponse: StandardListResponse {}
extension CreateGridRequest: StandardCreateRequest {}
extension UpdateGridRequest: StandardUpdateRequest {}
extension DeleteGridRequest: ActionRequest {}
extension UndeleteGridRequest: ActionRequest {}
