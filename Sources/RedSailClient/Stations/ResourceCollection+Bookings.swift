extension ResourceCollection where Resource == Booking {
  /// Cancels a booking, so that its time is free again (取消预约).
  @discardableResult
  public func cancel(
    _ id: String,
    because reason: String,
    options: CallOptions = CallOptions(),
    with fill: (inout CancelBookingRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Booking {
    try await act(StationServiceMethods.cancelBooking, on: id, options) {
      $0.reason = reason
      fill(&$0)
    }
  }
}
