extension Venue: CityResource {
  /// The standard methods of `StationService`.
  public static let standardMethods = StandardMethods(
    collectionID: "venues",
    get: StationServiceMethods.getVenue,
    list: StationServiceMethods.listVenues,
    items: \.venues,
    create: StationServiceMethods.createVenue,
    createdResource: \.venue,
    createdID: \.venueID,
    update: StationServiceMethods.updateVenue,
    updatedResource: \.venue,
    delete: StationServiceMethods.deleteVenue,
    undelete: StationServiceMethods.undeleteVenue
  )
}

extension GetVenueRequest: StandardGetRequest {}
extension ListVenuesRequest: StandardListRequest {}
extension ListVenuesResponse: StandardListResponse {}
extension CreateVenueRequest: StandardCreateRequest {}
extension UpdateVenueRequest: StandardUpdateRequest {}
extension DeleteVenueRequest: ActionRequest {}
extension UndeleteVenueRequest: ActionRequest {}
