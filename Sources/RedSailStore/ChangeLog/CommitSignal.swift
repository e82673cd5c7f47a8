internal import Synchronization

/// Wakes those who wait for a city's next committed change.
final class CommitSignal: Sendable {
  private struct Waiter {
    let beyond: Revision
    let continuation: CheckedContinuation<Revision, any Error>
  }

  private struct State {
    var latest: [String: Revision]
    var waiters: [String: [UInt64: Waiter]] = [:]
    var nextID: UInt64 = 0
    var isClosed = false
  }

  private let state: Mutex<State>

  init(latest: [String: Revision]) {
    state = Mutex(State(latest: latest))
  }

  /// The city's latest committed revision; 0 if it has none.
  func latest(of city: String) -> Revision {
    state.withLock { $0.latest[city] ?? 0 }
  }

  /// Announces committed revisions; called in order of commit.
  func publish(_ revisions: [String: Revision]) {
    let woken = state.withLock { state in
      var woken: [(CheckedContinuation<Revision, any Error>, Revision)] = []
      for (city, revision) in revisions {
        state.latest[city] = revision
        guard let waiting = state.waiters[city] else { continue }
        let ready = waiting.filter { $0.value.beyond < revision }
        woken += ready.values.map { ($0.continuation, revision) }
        let rest = waiting.filter { $0.value.beyond >= revision }
        state.waiters[city] = rest.isEmpty ? nil : rest
      }
      return woken
    }
    for (continuation, revision) in woken {
      continuation.resume(returning: revision)
    }
  }

  /// Returns the latest revision once it is above `revision`.
  func wait(city: String, beyond revision: Revision) async throws -> Revision {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let outcome: Result<Revision, any Error>? = state.withLock { state in
          if Task.isCancelled { return .failure(CancellationError()) }
          if state.isClosed { return .failure(StoreError.closed) }
          if let latest = state.latest[city], latest > revision { return .success(latest) }
          state.waiters[city, default: [:]][id] = Waiter(beyond: revision, continuation: continuation)
          return nil
        }
        if let outcome { continuation.resume(with: outcome) }
      }
    } onCancel: {
      // Either the waiter is there and is removed here, or the check above sees the cancellation.
      let waiter = state.withLock { $0.waiters[city]?.removeValue(forKey: id) }
      waiter?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Ends all waiting with `StoreError.closed`.
  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.waiters = [:] }
      return state.waiters.values.flatMap(\.values)
    }
    for waiter in waiting {
      waiter.continuation.resume(throwing: StoreError.closed)
    }
  }
}
