extension Subsidy: CityResource {
  /// The standard methods of `ImprovementService`.
  public static let standardMethods = StandardMethods(
    collectionID: "subsidies",
    get: ImprovementServiceMethods.getSubsidy,
    list: ImprovementServiceMethods.listSubsidies,
    items: \.subsidies,
    create: ImprovementServiceMethods.createSubsidy,
    createdResource: \.subsidy,
    createdID: \.subsidyID,
    update: ImprovementServiceMethods.updateSubsidy,
    updatedResource: \.subsidy,
    delete: ImprovementServiceMethods.deleteSubsidy,
    undelete: ImprovementServiceMethods.undeleteSubsidy
  )
}

extension GetSubsidyRequest: StandardGetRequest {}
extension ListSubsidiesRequest: StandardListRequest {}
extension ListSubsidiesResponse: StandardListResponse {}
extension CreateSubsidyRequest: StandardCreateRequest {}
extension UpdateSubsidyRequest: StandardUpdateRequest {}
extension DeleteSubsidyRequest: ActionRequest {}
extension UndeleteSubsidyRequest: ActionRequest {}
extension ApproveSubsidyRequest: ActionRequest {}
extension RefuseSubsidyRequest: ActionRequest {}
extension PaySubsidyRequest: ActionRequest {}
