extension Indicator: CityResource {
  /// The standard methods of `IndicatorService`.
  public static let standardMethods = StandardMethods(
    collectionID: "indicators",
    get: IndicatorServiceMethods.getIndicator,
    list: IndicatorServiceMethods.listIndicators,
    items: \.indicators,
    create: IndicatorServiceMethods.createIndicator,
    createdResource: \.indicator,
    createdID: \.indicatorID,
    update: IndicatorServiceMethods.updateIndicator,
    updatedResource: \.indicator,
    delete: IndicatorServiceMethods.deleteIndicator,
    undelete: IndicatorServiceMethods.undeleteIndicator
  )
}

extension GetIndicatorRequest: StandardGetRequest {}
extension ListIndicatorsRequest: StandardListRequest {}
extension ListIndicatorsResponse: StandardListResponse {}
extension CreateIndicatorRequest: StandardCreateRequest {}
extension UpdateIndicatorRequest: StandardUpdateRequest {}
extension DeleteIndicatorRequest: ActionRequest {}
extension UndeleteIndicatorRequest: ActionRequest {}
