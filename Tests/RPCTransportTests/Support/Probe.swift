internal import Synchronization

/// Lets a test wait for what happens in a handler.
final class Probe: Sendable {
  private struct State {
    var events: [String] = []
    var waiters: [(event: String, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  func report(_ event: String) {
    let waiters = state.withLock { state in
      state.events.append(event)
      let due = state.waiters.filter { $0.event == event }
      state.waiters.removeAll { $0.event == event }
      return due
    }
    for waiter in waiters { waiter.continuation.resume() }
  }

  func wait(for event: String) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.events.contains(event) { return true }
        state.waiters.append((event, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  func count(of event: String) -> Int {
    state.withLock { $0.events.count { $0 == event } }
  }
}
