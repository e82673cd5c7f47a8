extension ServerContext {
  /// Runs `action` when the call is cancelled, at once if it has been, unless `forget` is called with the result before.
  func onCancel(_ action: @escaping @Sendable () -> Void) -> UInt64 {
    let (id, isCancelled) = state.withLock { state in
      state.nextID += 1
      if state.cancellation == nil { state.onCancel[state.nextID] = action }
      return (state.nextID, state.cancellation != nil)
    }
    if isCancelled { action() }
    return id
  }

  func forget(_ id: UInt64) {
    // Let go of outside of the lock, whatever it holds.
    _ = state.withLock { $0.onCancel.removeValue(forKey: id) }
  }
}
