internal import RPCCore
internal import RedSailAPI

extension StationHandlers {
  func cancelBooking(_ request: CancelBookingRequest, context: ServerContext) async throws -> Booking {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
