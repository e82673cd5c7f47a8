internal import HTTP2Session
internal import NIOCore
internal import RPCCore

/// The connection to one address: made when the balancer asks for it, and the attempts to make it.
///
/// `@unchecked Sendable`: everything is touched on the channel's event loop only.
final class Subchannel: @unchecked Sendable {
  let address: SocketTarget
  private let core: ChannelCore
  private var state: SubchannelState
  /// The socket of the present attempt, once it is there.
  private var socket: (any Channel)?
  /// The connection that is ready.
  private var current: ClientConnection?
  private var timer: Scheduled<Void>?

  init(address: SocketTarget, core: ChannelCore) {
    self.address = address
    self.core = core
    let schedule = BackoffSchedule(core.configuration.backoff, minimumTimeout: core.configuration.connectTimeout)
    state = SubchannelState(schedule)
  }

  var connectivity: ConnectivityState { state.connectivity }

  /// The connection, while it takes calls.
  var connection: ClientConnection? { connectivity == .ready ? current : nil }

  // MARK: From the balancer

  func connect() {
    guard let timeout = state.connect(at: .now(), random: .random(in: -1...1)) else { return }
    let attempt = state.attempt
    // Something that accepts connections but does not speak HTTP/2 must not hold up calls for ever.
    timer = core.batch.loop.scheduleTask(in: TimeAmount(timeout)) { self.timedOut(attempt) }
    let core = core
    let channel = ClientConnector(configuration: core.configuration, resolvedHost: core.resolvedHost).connect(
      to: address,
      on: core.batch.loop,
      timeout: timeout,
      makeConnection: { try ClientConnection(subchannel: self, core: core, attempt: attempt) }
    )
    // Never before this function has returned, so that the balancer is not asked while it decides.
    channel.whenComplete { result in core.batch.loop.execute { self.opened(result, for: attempt) } }
  }

  /// Gives up the attempt or the connection; its calls may finish.
  func reset() {
    timer?.cancel()
    state.reset()
    letGo()
  }

  func shutDown() {
    timer?.cancel()
    state.shutDown()
    letGo()
  }

  private func letGo() {
    socket?.close(promise: nil)
    socket = nil
    current?.drain()
    current = nil
  }

  private func opened(_ result: Result<any Channel, any Error>, for attempt: Int) {
    switch result {
    case .failure(let error): failed(attempt, error.socketReason)
    case .success(let channel):
      if state.isConnecting(attempt) {
        socket = channel
      } else if let connection = try? channel.pipeline.syncOperations.handler(type: ClientConnection.self),
        !connection.isReady
      {
        // The attempt was given up meanwhile.
        channel.close(promise: nil)
      }
    }
  }

  // MARK: From the connection

  /// The socket is connected, and secure where it has to be; the server's settings are awaited.
  func started(_ connection: ClientConnection) {
    core.connections[ObjectIdentifier(connection)] = connection
  }

  /// The server's settings have come.
  func connected(_ connection: ClientConnection) {
    guard state.connected(connection.attempt) else { return connection.drain() }
    timer?.cancel()
    socket = nil
    current = connection
    core.changed(self)
  }

  /// The connection takes no more calls.
  func drains(_ connection: ClientConnection) {
    guard state.lost(connection.attempt) else { return }
    current = nil
    core.changed(self)
  }

  func ended(_ connection: ClientConnection, _ failure: (any Error)?) {
    if connection.isReady {
      drains(connection)
    } else {
      failed(
        connection.attempt,
        failure.map { "\($0)" } ?? "the server closed the connection before it sent its settings"
      )
    }
    core.connectionEnded(connection)
  }

  private func timedOut(_ attempt: Int) {
    let socket = socket
    failed(attempt, "\(HandshakeTimeout())")
    socket?.close(promise: nil)
  }

  private func failed(_ attempt: Int, _ reason: String) {
    guard let wait = state.failed(attempt, at: .now()) else { return }
    timer?.cancel()
    socket = nil
    timer = core.batch.loop.scheduleTask(in: wait) {
      if self.state.backoffEnded(after: attempt) { self.core.changed(self) }
    }
    core.changed(self, reason: "cannot connect to \(address): \(reason)")
  }
}
