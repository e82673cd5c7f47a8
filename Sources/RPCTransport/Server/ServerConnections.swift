internal import NIOCore
internal import Synchronization

/// The listening sockets, connections and calls of a server, its bounds on them, and how far its shutdown has come.
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
    var stopActions: [@Sendable () -> Void] = []
    /// Those with a socket, and those whose handlers still run.
    var connections: [ObjectIdentifier: ServerConnection] = [:]
    var sockets = SocketCount()
    var waiters: [UnsafeContinuation<Void, Never>] = []
    var wasAbandoned = false

    mutating func takeWaitersIfOver() -> [UnsafeContinuation<Void, Never>] {
      guard stage != .running, connections.isEmpty else { return [] }
      defer { waiters = [] }
      return waiters
    }
  }

  let configuration: ServerConfiguration
  private let state = Mutex(State())
  private let runningCalls = Atomic<Int>(0)

  init(configuration: ServerConfiguration) {
    self.configuration = configuration
  }

  func report(_ event: @autoclosure () -> ServerEvent) {
    configuration.observer?.serverDidObserve(event())
  }

  // MARK: Bounds

  /// Counts a connection that was accepted, or says which limit forbids it.
  func admit(from network: String?) -> ServerLimit? {
    let limits = configuration.limits
    return state.withLock { $0.sockets.add(network, limits: limits) }
  }

  /// The socket of an admitted connection is closed.
  func dismiss(from network: String?) {
    state.withLock { $0.sockets.remove(network) }
  }

  /// Counts one more call; false where the server runs as many as it may.
  func callWillStart() -> Bool {
    if runningCalls.add(1, ordering: .relaxed).newValue <= configuration.limits.calls { return true }
    callDidEnd()
    return false
  }

  func callDidEnd() {
    runningCalls.subtract(1, ordering: .relaxed)
  }

  // MARK: Sockets and connections

  /// True where handlers may still be running after the end.
  var wasAbandoned: Bool { state.withLock { $0.wasAbandoned } }

  func listen(_ channel: any Channel) {
    let stage = state.withLock { state in
      state.listeners.append(channel)
      return state.stage
    }
    if stage != .running { channel.close(promise: nil) }
  }

  /// Does something when a shutdown begins, or now if it has begun.
  func onStop(_ action: @escaping @Sendable () -> Void) {
    let isStopping = state.withLock { state in
      if state.stage == .running { state.stopActions.append(action) }
      return state.stage != .running
    }
    if isStopping { action() }
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
    let (listeners, stopActions, connections, waiters) = state.withLock { state in
      guard stage.rawValue > state.stage.rawValue else {
        return ([any Channel](), [@Sendable () -> Void](), [ServerConnection](), [UnsafeContinuation<Void, Never>]())
      }
      state.stage = stage
      defer {
        state.listeners = []
        state.stopActions = []
      }
      let connections = Array(state.connections.values)
      if stage == .abandoning {
        state.wasAbandoned = !connections.isEmpty
        state.connections = [:]
      }
      return (state.listeners, state.stopActions, connections, state.takeWaitersIfOver())
    }
    for listener in listeners { listener.close(promise: nil) }
    for action in stopActions { action() }
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
