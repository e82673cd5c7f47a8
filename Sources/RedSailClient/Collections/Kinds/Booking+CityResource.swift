extension Booking: CityResource {
  /// The standard methods of `StationService`.
  public static let standardMethods = StandardMethods(
    collectionID: "bookings",
    get: StationServiceMethods.getBooking,
    list: StationServiceMethods.listBookings,
    items: \.bookings,
    create: StationServiceMethods.createBooking,
    createdResource: \.booking,
    createdID: \.bookingID,
    update: StationServiceMethods.updateBooking,
    updatedResource: \.booking,
    delete: StationServiceMethods.deleteBooking,
    undelete: StationServiceMethods.undeleteBooking
  )
}

extension GetBookingRequest: StandardGetRequest {}
extension ListBookingsRequest: StandardListRequest {}
extension ListBookingsResponse: StandardListResponse {}
extension CreateBookingRequest: StandardCreateRequest {}
extension UpdateBookingRequest: StandardUpdateRequest {}
extension DeleteBookingRequest: ActionRequest {}
extension UndeleteBookingRequest: ActionRequest {}
extension CancelBookingRequest: ActionRequest {}
