internal import RPCCore
internal import Synchronization

/// Tells long streams that the server drains, so that they end and their clients resume elsewhere.
final class ServiceDrain: Sendable {
  private struct State {
    var isDraining = false
    var tasks: [UInt64: @Sendable () -> Void] = [:]
    var nextID: UInt64 = 0
  }

  private let state = Mutex(State())

  /// Whether `begin` has been called.
  var isDraining: Bool { state.withLock { $0.isDraining } }

  /// Wakes every stream that waits; later waits end at once.
  func begin() {
    let wake = state.withLock { state in
      state.isDraining = true
      defer { state.tasks = [:] }
      return Array(state.tasks.values)
    }
    for wake in wake { wake() }
  }

  /// Runs `wake` when draining begins, at once if it has; gives back what takes the registration away.
  func whenDraining(_ wake: @escaping @Sendable () -> Void) -> @Sendable () -> Void {
    let id: UInt64? = state.withLock { state in
      if state.isDraining { return nil }
      state.nextID += 1
      state.tasks[state.nextID] = wake
      return state.nextID
    }
    guard let id else {
      wake()
      return {}
    }
    return { [weak self] in
      _ = self?.state.withLock { $0.tasks.removeValue(forKey: id) }
    }
  }
}
