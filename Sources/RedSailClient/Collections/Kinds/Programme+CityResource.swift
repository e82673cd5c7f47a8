extension Programme: CityResource {
  /// The standard methods of `RecognitionService`.
  public static let standardMethods = StandardMethods(
    collectionID: "programmes",
    get: RecognitionServiceMethods.getProgramme,
    list: RecognitionServiceMethods.listProgrammes,
    items: \.programmes,
    create: RecognitionServiceMethods.createProgramme,
    createdResource: \.programme,
    createdID: \.programmeID,
    update: RecognitionServiceMethods.updateProgramme,
    updatedResource: \.programme,
    delete: RecognitionServiceMethods.deleteProgramme,
    undelete: RecognitionServiceMethods.undeleteProgramme
  )
}

extension GetProgrammeRequest: StandardGetRequest {}
extension ListProgrammesRequest: StandardListRequest {}
extension ListProgrammesResponse: StandardListResponse {}
extension CreateProgrammeRequest: StandardCreateRequest {}
extension UpdateProgrammeRequest: StandardUpdateRequest {}
extension DeleteProgrammeRequest: ActionRequest {}
extension UndeleteProgrammeRequest: ActionRequest {}
