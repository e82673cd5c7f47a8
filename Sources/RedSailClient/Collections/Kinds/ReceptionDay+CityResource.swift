extension ReceptionDay: CityResource {
  /// The standard methods of `ReceptionDayService`.
  public static let standardMethods = StandardMethods(
    collectionID: "receptionDays",
    get: ReceptionDayServiceMethods.getReceptionDay,
    list: ReceptionDayServiceMethods.listReceptionDays,
    items: \.receptionDays,
    create: ReceptionDayServiceMethods.createReceptionDay,
    createdResource: \.receptionDay,
    createdID: \.receptionDayID,
    update: ReceptionDayServiceMethods.updateReceptionDay,
    updatedResource: \.receptionDay,
    delete: ReceptionDayServiceMethods.deleteReceptionDay,
    undelete: ReceptionDayServiceMethods.undeleteReceptionDay
  )
}

extension GetReceptionDayRequest: StandardGetRequest {}
extension ListReceptionDaysRequest: StandardListRequest {}
extension ListReceptionDaysResponse: StandardListResponse {}
extension CreateReceptionDayRequest: StandardCreateRequest {}
extension UpdateReceptionDayRequest: StandardUpdateRequest {}
extension DeleteReceptionDayRequest: ActionRequest {}
extension UndeleteReceptionDayRequest: ActionRequest {}
