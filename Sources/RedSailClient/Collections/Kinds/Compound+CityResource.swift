extension Compound: CityResource {
  /// The standard methods of `CompoundService`.
  public static let standardMethods = StandardMethods(
    collectionID: "compounds",
    get: CompoundServiceMethods.getCompound,
    list: CompoundServiceMethods.listCompounds,
    items: \.compounds,
    create: CompoundServiceMethods.createCompound,
    createdResource: \.compound,
    createdID: \.compoundID,
    update: CompoundServiceMethods.updateCompound,
    updatedResource: \.compound,
    delete: CompoundServiceMethods.deleteCompound,
    undelete: CompoundServiceMethods.undeleteCompound
  )
}

extension GetCompoundRequest: StandardGetRequest {}
extension ListCompoundsRequest: StandardListRequest {}
extension ListCompoundsResponse: StandardListResponse {}
extension CreateCompoundRequest: StandardCreateRequest {}
extension UpdateCompoundRequest: StandardUpdateRequest {}
extension DeleteCompoundRequest: ActionRequest {}
extension UndeleteCompoundRequest: ActionRequest {}
