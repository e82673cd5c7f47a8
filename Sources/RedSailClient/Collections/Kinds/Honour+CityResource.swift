extension Honour: CityResource {
  /// The standard methods of `RecognitionService`.
  public static let standardMethods = StandardMethods(
    collectionID: "honours",
    get: RecognitionServiceMethods.getHonour,
    list: RecognitionServiceMethods.listHonours,
    items: \.honours,
    create: RecognitionServiceMethods.createHonour,
    createdResource: \.honour,
    createdID: \.honourID,
    update: RecognitionServiceMethods.updateHonour,
    updatedResource: \.honour,
    delete: RecognitionServiceMethods.deleteHonour,
    undelete: RecognitionServiceMethods.undeleteHonour
  )
}

extension GetHonourRequest: StandardGetRequest {}
extension ListHonoursRequest: StandardListRequest {}
extension ListHonoursResponse: StandardListResponse {}
extension CreateHonourRequest: StandardCreateRequest {}
extension UpdateHonourRequest: StandardUpdateRequest {}
extension DeleteHonourRequest: ActionRequest {}
extension UndeleteHonourRequest: ActionRequest {}
