extension Takeover: CityResource {
  /// The standard methods of `ImprovementService`.
  public static let standardMethods = StandardMethods(
    collectionID: "takeovers",
    get: ImprovementServiceMethods.getTakeover,
    list: ImprovementServiceMethods.listTakeovers,
    items: \.takeovers,
    create: ImprovementServiceMethods.createTakeover,
    createdResource: \.takeover,
    createdID: \.takeoverID,
    update: ImprovementServiceMethods.updateTakeover,
    updatedResource: \.takeover,
    delete: ImprovementServiceMethods.deleteTakeover,
    undelete: ImprovementServiceMethods.undeleteTakeover
  )
}

extension GetTakeoverRequest: StandardGetRequest {}
extension ListTakeoversRequest: StandardListRequest {}
extension ListTakeoversResponse: StandardListResponse {}
extension CreateTakeoverRequest: StandardCreateRequest {}
extension UpdateTakeoverRequest: StandardUpdateRequest {}
extension DeleteTakeoverRequest: ActionRequest {}
extension UndeleteTakeoverRequest: ActionRequest {}
