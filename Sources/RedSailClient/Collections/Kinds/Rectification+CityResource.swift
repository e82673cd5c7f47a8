extension Rectification: CityResource {
  /// The standard methods of `CommitteeService`.
  public static let standardMethods = StandardMethods(
    collectionID: "rectifications",
    get: CommitteeServiceMethods.getRectification,
    list: CommitteeServiceMethods.listRectifications,
    items: \.rectifications,
    create: CommitteeServiceMethods.createRectification,
    createdResource: \.rectification,
    createdID: \.rectificationID,
    update: CommitteeServiceMethods.updateRectification,
    updatedResource: \.rectification,
    delete: CommitteeServiceMethods.deleteRectification,
    undelete: CommitteeServiceMethods.undeleteRectification
  )
}

extension GetRectificationRequest: StandardGetRequest {}
extension ListRectificationsRequest: StandardListRequest {}
extension ListRectificationsResponse: StandardListResponse {}
extension CreateRectificationRequest: StandardCreateRequest {}
extension UpdateRectificationRequest: StandardUpdateRequest {}
extension DeleteRectificationRequest: ActionRequest {}
extension UndeleteRectificationRequest: ActionRequest {}
extension CompleteRectificationRequest: ActionRequest {}
