internal import Synchronization

/// The state of a channel for all who want to know it, on any thread.
final class ConnectivityTracker: Sendable {
  private struct State {
    var current = ConnectivityState.idle
    var watchers: [Int: AsyncStream<ConnectivityState>.Continuation] = [:]
    var nextWatcher = 0
  }

  /// Changes that are kept for a watcher that does not take them; the oldest are dropped.
  private static let keptChanges = 64

  private let state = Mutex(State())

  var current: ConnectivityState { state.withLock { $0.current } }

  func set(_ new: ConnectivityState) {
    let watchers = state.withLock { state -> [AsyncStream<ConnectivityState>.Continuation] in
      guard state.current != new else { return [] }
      state.current = new
      return Array(state.watchers.values)
    }
    for watcher in watchers {
      watcher.yield(new)
      if new == .shutdown { watcher.finish() }
    }
  }

  /// The state now and each one after it, to the end with SHUTDOWN.
  func changes() -> AsyncStream<ConnectivityState> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: ConnectivityState.self,
      bufferingPolicy: .bufferingNewest(Self.keptChanges)
    )
    let (id, current) = state.withLock { state in
      state.nextWatcher += 1
      state.watchers[state.nextWatcher] = continuation
      // Under the lock, so that no change comes before it.
      continuation.yield(state.current)
      return (state.nextWatcher, state.current)
    }
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.watchers.removeValue(forKey: id) }
    }
    if current == .shutdown { continuation.finish() }
    return stream
  }
}
