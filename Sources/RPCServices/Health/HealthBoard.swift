internal import Synchronization

/// The statuses of all services, and who watches them.
final class HealthBoard: Sendable {
  typealias Status = HealthCheckResponse.ServingStatus

  private struct State {
    var statuses: [String: Status] = [:]
    var watchers: [Int: (service: String, updates: AsyncStream<Status>.Continuation)] = [:]
    var nextWatcher = 0
    var isClosed = false
  }

  private let state = Mutex(State())

  func set(_ status: Status, for services: [String]) {
    state.withLock { state in
      if !state.isClosed { Self.set(status, for: services, in: &state) }
    }
  }

  /// Nothing is serving any more, for ever.
  func close() {
    state.withLock { state in
      state.isClosed = true
      Self.set(.notServing, for: Array(state.statuses.keys), in: &state)
    }
  }

  /// The status of a service; nil if it is not known.
  func status(of service: String) -> Status? { state.withLock { $0.statuses[service] } }

  /// All statuses.
  var all: [String: Status] { state.withLock { $0.statuses } }

  /// The status of a service now and whenever it changes; a slow watcher gets the latest one only.
  func watch(_ service: String) -> AsyncStream<Status> {
    let (stream, updates) = AsyncStream.makeStream(of: Status.self, bufferingPolicy: .bufferingNewest(1))
    let id = state.withLock { state in
      state.nextWatcher += 1
      state.watchers[state.nextWatcher] = (service, updates)
      updates.yield(state.statuses[service] ?? .serviceUnknown)
      return state.nextWatcher
    }
    updates.onTermination = { [weak self] _ in self?.forget(id) }
    return stream
  }

  private func forget(_ id: Int) { state.withLock { _ = $0.watchers.removeValue(forKey: id) } }

  // Updates are given out under the lock, so that they come to each watcher in the order of the changes.
  private static func set(_ status: Status, for services: [String], in state: inout State) {
    for service in services {
      guard state.statuses.updateValue(status, forKey: service) != status else { continue }
      for watcher in state.watchers.values where watcher.service == service { watcher.updates.yield(status) }
    }
  }
}
