extension DutyList: CityResource {
  /// The standard methods of `PolicyService`.
  public static let standardMethods = StandardMethods(
    collectionID: "dutyLists",
    get: PolicyServiceMethods.getDutyList,
    list: PolicyServiceMethods.listDutyLists,
    items: \.dutyLists,
    create: PolicyServiceMethods.createDutyList,
    createdResource: \.dutyList,
    createdID: \.dutyListID,
    update: PolicyServiceMethods.updateDutyList,
    updatedResource: \.dutyList,
    delete: PolicyServiceMethods.deleteDutyList,
    undelete: PolicyServiceMethods.undeleteDutyList
  )
}

extension GetDutyListRequest: StandardGetRequest {}
extension ListDutyListsRequest: StandardListRequest {}
extension ListDutyListsResponse: StandardListResponse {}
extension CreateDutyListRequest: StandardCreateRequest {}
extension UpdateDutyListRequest: StandardUpdateRequest {}
extension DeleteDutyListRequest: ActionRequest {}
extension UndeleteDutyListRequest: ActionRequest {}
