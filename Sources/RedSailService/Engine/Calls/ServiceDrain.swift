internal import Synchronization

/// Tells long streams that the server drains, so that they end and their clients resume elsewhere.
final class ServiceDrain: Sendable {
  private struct State {
    var isDraining = false
    var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
    var nextID: UInt64 = 0
  }

  private let state = Mutex(State())

  /// Whether draining has begun.
  var isDraining: Bool { state.withLock { $0.isDraining } }

  /// Ends every wait; later ones end at once.
  func begin() {
    let waiters = state.withLock { state in
      state.isDraining = true
      defer { state.waiters = [:] }
      return Array(state.waiters.values)
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Returns when draining begins, or the task is cancelled.
  func wait() async {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.isDraining || Task.isCancelled { return true }
          state.waiters[id] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      // Either the waiter is there and is removed here, or the check above sees the cancellation.
      state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
    }
  }
}
