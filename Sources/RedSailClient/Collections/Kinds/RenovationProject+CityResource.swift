extension RenovationProject: CityResource {
  /// The standard methods of `ImprovementService`.
  public static let standardMethods = StandardMethods(
    collectionID: "renovationProjects",
    get: ImprovementServiceMethods.getRenovationProject,
    list: ImprovementServiceMethods.listRenovationProjects,
    items: \.renovationProjects,
    create: ImprovementServiceMethods.createRenovationProject,
    createdResource: \.renovationProject,
    createdID: \.renovationProjectID,
    update: ImprovementServiceMethods.updateRenovationProject,
    updatedResource: \.renovationProject,
    delete: ImprovementServiceMethods.deleteRenovationProject,
    undelete: ImprovementServiceMethods.undeleteRenovationProject
  )
}

extension GetRenovationProjectRequest: StandardGetRequest {}
extension ListRenovationProjectsRequest: StandardListRequest {}
extension ListRenovationProjectsResponse: StandardListResponse {}
extension CreateRenovationProjectRequest: StandardCreateRequest {}
extension UpdateRenovationProjectRequest: StandardUpdateRequest {}
extension DeleteRenovationProjectRequest: ActionRequest {}
extension UndeleteRenovationProjectRequest: ActionRequest {}
extension DecideManagementModeRequest: ActionRequest {}
extension ApproveRenovationProjectRequest: ActionRequest {}
extension StartRenovationProjectRequest: ActionRequest {}
extension CompleteRenovationProjectRequest: ActionRequest {}
extension CancelRenovationProjectRequest: ActionRequest {}
