internal import RPCCore
internal import RedSailAPI

/// 场所预约.
extension StationHandlers {
  func getBooking(_ request: GetBookingRequest, context: ServerContext) async throws -> Booking {
    try await bookings.get(request.name, context)
  }

  func listBookings(_ request: ListBookingsRequest, context: ServerContext) async throws
    -> ListBookingsResponse
  {
    let page = try await bookings.list(request, context)
    return .with {
      $0.bookings = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createBooking(_ request: CreateBookingRequest, context: ServerContext) async throws -> Booking {
    try await bookings.create(request, context)
  }

  func updateBooking(_ request: UpdateBookingRequest, context: ServerContext) async throws -> Booking {
    try await bookings.update(request, context)
  }

  func deleteBooking(_ request: DeleteBookingRequest, context: ServerContext) async throws -> Booking {
    try await bookings.delete(request, context)
  }

  func undeleteBooking(_ request: UndeleteBookingRequest, context: ServerContext) async throws -> Booking {
    try await bookings.undelete(request, context)
  }

  func cancelBooking(_ request: CancelBookingRequest, context: ServerContext) async throws -> Booking {
    try await bookings.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.text(request.reason, "reason", limit: 500, required: true)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    } changing: { stored, _, _ in
      try stored.resource.cancelled(request)
    }
  }
}
