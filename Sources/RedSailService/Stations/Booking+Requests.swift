internal import RedSailAPI

extension ListBookingsRequest: ListRequest {}
extension CreateBookingRequest: CreateRequest {
  var resourceID: String { bookingID }
  var resource: Booking? { booking }
}
extension UpdateBookingRequest: UpdateRequest {
  var resource: Booking? { booking }
}
extension DeleteBookingRequest: ActionRequest {}
extension UndeleteBookingRequest: ActionRequest {}
extension CancelBookingRequest: ActionRequest {}
