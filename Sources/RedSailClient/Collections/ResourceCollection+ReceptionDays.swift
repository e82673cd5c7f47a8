extension ResourceCollection where Resource == ReceptionDay {
  /// Records that a planned event was held (登记举办). `fill` sets its end, who came and what was said.
  public func hold(
    _ id: String,
    from start: Timestamp,
    options: CallOptions = CallOptions(),
    with fill: (inout HoldReceptionDayRequest) -> Void = { _ in }
  ) async throws(RPCError) -> ReceptionDay {
    try await act(ReceptionDayServiceMethods.holdReceptionDay, on: id, options) {
      $0.startTime = start
      fill(&$0)
    }
  }

  /// Cancels a planned event, or withdraws one recorded as held in error (取消活动).
  public func cancel(
    _ id: String,
    because reason: String,
    options: CallOptions = CallOptions(),
    with fill: (inout CancelReceptionDayRequest) -> Void = { _ in }
  ) async throws(RPCError) -> ReceptionDay {
    try await act(ReceptionDayServiceMethods.cancelReceptionDay, on: id, options) {
      $0.reason = reason
      fill(&$0)
    }
  }
}

extension HoldReceptionDayRequest: ActionRequest {}
extension CancelReceptionDayRequest: ActionRequest {}
