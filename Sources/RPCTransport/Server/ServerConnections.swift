internal import NIOCore
internal import Synchronization

/// The listening sockets and connections of a server, and how far its shutdown has come.
final class ServerConnections: Sendable {
  enum Stage: Int {
    case running
    /// No new calls; those in progress finish.
    case draining
    /// Everything is being closed; handlers are cancelled and waited for.
    case closing
    /// Handlers that ignore their cancellation are waited for no longer.
    case abandoning
  }

  private struct State {
    var stage = Stage.running
    var listeners: [any Channel] = []
    var connections: [ObjectIdentifier: ServerConnection] = [:]
    var waiters: [UnsafeContinuation<Void, Never>] = []
    var wasAbandoned = false

    mutating func takeWaitersIfOver() -> [UnsafeContinuation<Void, Never>] {
      guard stage != .running, connections.isEmpty else { return [] }
      defer { waiters = [] }
      return waiters
    }
  }

  private let state = Mutex(State())

  /// True where handlers may still be running after the end.
  var wasAbandoned: Bool { state.withLock { $0.wasAbandoned } }

  func listen(_ channel: any Channel) {
    let stage = state.withLock { state in
      state.listeners.append(channel)
      return state.stage
    }
    if stage != .running { channel.close(promise: nil) }
  }

  func add(_ connection: ServerConnection) {
    let stage = state.withLock { state in
      state.connections[ObjectIdentifier(connection)] = connection
      return state.stage
    }
    // Accepted at the moment of the shutdown.
    apply(stage, to: [connection])
  }

  func remove(_ connection: ServerConnection) {
    let waiters = state.withLock { state in
      state.connections[ObjectIdentifier(connection)] = nil
      return state.takeWaitersIfOver()
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Goes on to a stage; earlier ones are ignored.
  func enter(_ stage: Stage) {
    let (listeners, connections, waiters) = state.withLock { state in
      guard stage.rawValue > state.stage.rawValue else {
        return ([any Channel](), [ServerConnection](), [UnsafeContinuation<Void, Never>]())
      }
      state.stage = stage
      defer { state.listeners = [] }
      let connections = Array(state.connections.values)
      if stage == .abandoning {
        state.wasAbandoned = !connections.isEmpty
        state.connections = [:]
      }
      return (state.listeners, connections, state.takeWaitersIfOver())
    }
    for listener in listeners { listener.close(promise: nil) }
    apply(stage, to: connections)
    for waiter in waiters { waiter.resume() }
  }

  /// Returns when a shutdown was begun and the last connection is gone.
  func waitUntilOver() async {
    await withUnsafeContinuation { continuation in
      let waiters = state.withLock { state in
        state.waiters.append(continuation)
        return state.takeWaitersIfOver()
      }
      for waiter in waiters { waiter.resume() }
    }
  }

  private func apply(_ stage: Stage, to connections: [ServerConnection]) {
    for connection in connections {
      switch stage {
      case .running, .abandoning: break
      case .draining: connection.drain()
      case .closing: connection.closeNow()
      }
    }
  }
}
