/// A running call, held by the transport to cancel it.
public struct ServerCallHandle: Sendable {
  let context: ServerContext
  let stream: any ServerStream
  let task: Task<Void, Never>

  /// Cancels the handler's task. On a passed deadline or at shutdown the caller is told at once, without waiting for the
  /// handler; after `.peer` nothing more is sent. Does nothing if the call is over.
  public func cancel(_ reason: CancellationReason) {
    let (isFirst, trailing, actions) = context.state.withLock { state in
      guard !state.isFinished else { return (false, Metadata(), [UInt64: @Sendable () -> Void]()) }
      state.isFinished = true
      state.cancellation = reason
      defer { state.onCancel = [:] }
      return (true, state.trailers, state.onCancel)
    }
    guard isFirst else { return }
    task.cancel()
    for action in actions.values { action() }
    if reason != .peer { stream.finish(reason.error.status, trailingMetadata: trailing) }
  }
}
