extension Firm: CityResource {
  /// The standard methods of `FirmService`.
  public static let standardMethods = StandardMethods(
    collectionID: "firms",
    get: FirmServiceMethods.getFirm,
    list: FirmServiceMethods.listFirms,
    items: \.firms,
    create: FirmServiceMethods.createFirm,
    createdResource: \.firm,
    createdID: \.firmID,
    update: FirmServiceMethods.updateFirm,
    updatedResource: \.firm,
    delete: FirmServiceMethods.deleteFirm,
    undelete: FirmServiceMethods.undeleteFirm
  )
}

extension GetFirmRequest: StandardGetRequest {}
extension ListFirmsRequest: StandardListRequest {}
extension ListFirmsResponse: StandardListResponse {}
extension CreateFirmRequest: StandardCreateRequest {}
extension UpdateFirmRequest: StandardUpdateRequest {}
extension DeleteFirmRequest: ActionRequest {}
extension UndeleteFirmRequest: ActionRequest {}
