extension HotlineTotal: CityResource {
  /// The standard methods of `HotlineService`.
  public static let standardMethods = StandardMethods(
    collectionID: "hotlineTotals",
    get: HotlineServiceMethods.getHotlineTotal,
    list: HotlineServiceMethods.listHotlineTotals,
    items: \.hotlineTotals,
    create: HotlineServiceMethods.createHotlineTotal,
    createdResource: \.hotlineTotal,
    createdID: \.hotlineTotalID,
    update: HotlineServiceMethods.updateHotlineTotal,
    updatedResource: \.hotlineTotal,
    delete: HotlineServiceMethods.deleteHotlineTotal,
    undelete: HotlineServiceMethods.undeleteHotlineTotal
  )
}

extension GetHotlineTotalRequest: StandardGetRequest {}
extension ListHotlineTotalsRequest: StandardListRequest {}
extension ListHotlineTotalsResponse: StandardListResponse {}
extension CreateHotlineTotalRequest: StandardCreateRequest {}
extension UpdateHotlineTotalRequest: StandardUpdateRequest {}
extension DeleteHotlineTotalRequest: ActionRequest {}
extension UndeleteHotlineTotalRequest: ActionRequest {}
