internal import HTTP2Session
internal import NIOCore
internal import RPCCore
internal import Synchronization

/// The connection to one target: made when a call needs it, made anew after it broke, with the calls that wait for it.
///
/// A channel has one for now; a balancer will choose among several.
///
/// `@unchecked Sendable`: everything but `inbox`, which has a lock, is touched on the event loop only.
final class Subchannel: @unchecked Sendable {
  private enum State {
    case idle
    case connecting
    case ready(ClientConnection)
    /// The last attempt failed with this reason; the next one has to wait.
    case backingOff(reason: String)
    case closed
  }

  let target: SocketTarget
  let configuration: ClientConfiguration
  let batch: LoopBatch

  private let inbox = Mutex<[ClientOperation]>([])
  private var spareInbox: [ClientOperation] = []
  private var state = State.idle
  private var failures = 0
  private var waiting = CircularBuffer<ClientCall>()
  /// Those in use and those that are being drained.
  private var connections: [ObjectIdentifier: ClientConnection] = [:]
  private var closeWaiters: [UnsafeContinuation<Void, Never>] = []
  private var heads: [ObjectIdentifier: (RPCMethod, HeaderBlock)] = [:]

  init(target: SocketTarget, configuration: ClientConfiguration, loop: any EventLoop) {
    self.target = target
    self.configuration = configuration
    batch = LoopBatch(loop: loop)
  }

  // MARK: From any thread

  func post(_ operation: ClientOperation) {
    let isFirst = inbox.withLock { inbox in
      inbox.append(operation)
      return inbox.count == 1
    }
    if isFirst { batch.loop.execute { self.runInbox() } }
  }

  private func runInbox() {
    inbox.withLock { swap(&$0, &spareInbox) }
    batch.begin()
    for operation in spareInbox { run(operation) }
    spareInbox.removeAll(keepingCapacity: true)
    batch.run()
  }

  private func run(_ operation: ClientOperation) {
    switch operation {
    case .start(let call): call.start()
    case .send(let call, let message): call.sendNow(message)
    case .finishSending(let call): call.finishSendingNow()
    case .credit(let call): call.creditNow()
    case .letGo(let call): call.creditNow(all: true)
    case .cancel(let call): call.cancelNow()
    case .close(let waiter): close(waiter)
    case .closeNow:
      close(nil)
      for connection in connections.values { connection.close(nil) }
    }
  }

  // MARK: Calls, on the loop

  var isClosed: Bool {
    if case .closed = state { true } else { false }
  }

  /// Opens a call's stream, or puts it into the queue.
  func start(_ call: ClientCall) {
    switch state {
    case .ready(let connection) where connection.hasRoom && waiting.isEmpty: connection.open(call)
    case .ready, .connecting: waiting.append(call)
    case .idle:
      waiting.append(call)
      connect()
    case .backingOff(let reason):
      if call.waitForReady {
        waiting.append(call)
      } else {
        call.connectionLost(reason)
      }
    case .closed: call.connectionLost("the channel to \(target) is closed")
    }
  }

  /// Opens streams for calls that wait, as far as there is room.
  func openWaiting() {
    while case .ready(let connection) = state, connection.hasRoom, let call = waiting.popFirst() {
      // It may have been cancelled, or its deadline may have passed.
      if call.phase == .waiting { connection.open(call) }
    }
  }

  func headers(for call: ClientCall) -> HeaderBlock {
    var block = head(of: call.method)
    if let deadline = call.deadline { block.append("grpc-timeout", GRPCTimeout.format(deadline.remaining)) }
    if call.compression != .identity { block.append("grpc-encoding", call.compression.name) }
    if !call.metadata.isEmpty {
      var fields: [HeaderField] = []
      call.metadata.append(to: &fields)
      for field in fields { block.append(field.name, field.value) }
    }
    return block
  }

  /// What is the same in all calls of a method.
  private func head(of method: RPCMethod) -> HeaderBlock {
    let key = ObjectIdentifier(method)
    if let (_, head) = heads[key] { return head }
    let fields = RequestFields.head(
      path: method.path,
      scheme: configuration.tls == nil ? "http" : "https",
      authority: configuration.authority ?? target.authority,
      timeout: nil,
      userAgent: configuration.userAgent,
      metadata: Metadata()
    )
    let head = HeaderBlock(fields)
    // The method is kept too, so that its address is not taken by another one.
    heads[key] = (method, head)
    return head
  }

  // MARK: Connections, on the loop

  private func connect() {
    state = .connecting
    let channel = ClientConnector(configuration: configuration).connect(
      to: target,
      on: batch.loop,
      timeout: configuration.connectTimeout,
      makeConnection: { try ClientConnection(subchannel: self) }
    )
    channel.whenComplete { result in
      switch result {
      case .failure(let error): self.connectionFailed("cannot connect to \(self.target): \(error.socketReason)")
      case .success(let channel): self.awaitSettings(channel)
      }
    }
  }

  /// Something that accepts connections but does not speak HTTP/2 must not hold up calls for ever.
  private func awaitSettings(_ channel: any Channel) {
    let timer = batch.loop.scheduleTask(in: TimeAmount(configuration.connectTimeout)) {
      guard let connection = try? channel.pipeline.syncOperations.handler(type: ClientConnection.self) else { return }
      if !connection.isReady { connection.close(HandshakeTimeout()) }
    }
    channel.closeFuture.whenComplete { _ in timer.cancel() }
  }

  /// The socket is connected; the server's settings are awaited.
  func started(_ connection: ClientConnection) {
    connections[ObjectIdentifier(connection)] = connection
  }

  /// The server's settings have come.
  func connected(_ connection: ClientConnection) {
    guard !isClosed else { return connection.drain() }
    failures = 0
    state = .ready(connection)
  }

  /// The connection takes no more calls.
  func drains(_ connection: ClientConnection) {
    guard case .ready(let current) = state, current === connection else { return }
    state = .idle
    if !waiting.isEmpty { connect() }
  }

  func ended(_ connection: ClientConnection, _ failure: (any Error)?) {
    connections[ObjectIdentifier(connection)] = nil
    switch state {
    case .ready(let current) where current === connection: drains(connection)
    case .connecting where !connection.isReady:
      let reason = failure.map { "\($0)" } ?? "the server closed the connection before it sent its settings"
      connectionFailed("cannot connect to \(target): \(reason)")
    case .closed: resumeCloseWaiters()
    default: break
    }
  }

  private func connectionFailed(_ reason: String) {
    guard !isClosed else { return resumeCloseWaiters() }
    guard case .connecting = state else { return }
    failures += 1
    state = .backingOff(reason: reason)
    let failed = waiting
    waiting = []
    for call in failed where call.phase == .waiting {
      if call.waitForReady { waiting.append(call) } else { call.connectionLost(reason) }
    }
    let delay = configuration.backoff.delay(failures: failures, random: .random(in: -1...1))
    batch.loop.scheduleTask(in: TimeAmount(delay)) { self.backoffEnded() }
  }

  private func backoffEnded() {
    guard case .backingOff = state else { return }
    state = .idle
    if waiting.contains(where: { $0.phase == .waiting }) { connect() }
  }

  private func close(_ waiter: UnsafeContinuation<Void, Never>?) {
    if let waiter { closeWaiters.append(waiter) }
    if !isClosed {
      state = .closed
      let failed = waiting
      waiting = []
      for call in failed { call.connectionLost("the channel to \(target) was closed") }
      for connection in connections.values { connection.drain() }
    }
    resumeCloseWaiters()
  }

  private func resumeCloseWaiters() {
    guard connections.isEmpty else { return }
    let waiters = closeWaiters
    closeWaiters = []
    for waiter in waiters { waiter.resume() }
  }
}
