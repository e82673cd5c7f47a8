extension Station: CityResource {
  /// The standard methods of `StationService`.
  public static let standardMethods = StandardMethods(
    collectionID: "stations",
    get: StationServiceMethods.getStation,
    list: StationServiceMethods.listStations,
    items: \.stations,
    create: StationServiceMethods.createStation,
    createdResource: \.station,
    createdID: \.stationID,
    update: StationServiceMethods.updateStation,
    updatedResource: \.station,
    delete: StationServiceMethods.deleteStation,
    undelete: StationServiceMethods.undeleteStation
  )
}

extension GetStationRequest: StandardGetRequest {}
extension ListStationsRequest: StandardListRequest {}
extension ListStationsResponse: StandardListResponse {}
extension CreateStationRequest: StandardCreateRequest {}
extension UpdateStationRequest: StandardUpdateRequest {}
extension DeleteStationRequest: ActionRequest {}
extension UndeleteStationRequest: ActionRequest {}
