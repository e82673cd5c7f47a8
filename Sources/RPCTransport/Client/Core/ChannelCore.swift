internal import HTTP2Session
internal import NIOCore
internal import RPCCore
internal import Synchronization

/// What a channel is behind its public face: the calls that wait, the subchannels that take them, and who decides which.
///
/// All of a channel happens on one event loop: its connections too, so that a call goes from its queue to its stream
/// without a hop. A program that wants more of its cores makes several channels.
///
/// `@unchecked Sendable`: everything but `inbox`, `connectivity` and `settings`, which guard themselves, is touched on the
/// event loop only.
final class ChannelCore: @unchecked Sendable {
  let target: ClientTarget
  let authority: String
  /// The host of the name that a resolver is asked for.
  let resolvedHost: String?
  let configuration: ClientConfiguration
  let batch: LoopBatch
  let connectivity = ConnectivityTracker()
  let settings: CurrentSettings

  private let inbox = Mutex<[ClientOperation]>([])
  private var spareInbox: [ClientOperation] = []

  // Calls
  var waiting = CircularBuffer<ClientCall>()
  /// Calls that have begun and not ended.
  var activeCalls = 0
  var heads: [ObjectIdentifier: (RPCMethod, HeaderBlock)] = [:]
  var throttle: RetryThrottle?
  /// Request bytes that are kept for repetitions.
  var replayBytes = 0

  // Subchannels
  var subchannels: [Subchannel] = []
  var balancer: (any Balancer)?
  /// The connections that take calls, and the one whose turn it is.
  var picks: [ClientConnection] = []
  var nextPick = 0
  /// Why the last attempt to resolve or to connect failed.
  var lastFailure = ""
  var attemptTimer: Scheduled<Void>?
  /// Those in use and those that are being drained.
  var connections: [ObjectIdentifier: ClientConnection] = [:]
  var keepalive: Keepalive?

  // The name
  var resolution: ResolutionSchedule
  var resolutionTimer: Scheduled<Void>?
  var resolving: Task<Void, Never>?
  var addresses: [SocketTarget]?
  var loadBalancing: ServiceConfig.LoadBalancing

  // Rest
  var idleTimer: RepeatedTask?
  var hasBegunCalls = false
  private var closeWaiters: [UnsafeContinuation<Void, Never>] = []

  init(target: ClientTarget, authority: String, configuration: ClientConfiguration, loop: any EventLoop) {
    self.target = target
    self.authority = configuration.authority ?? authority
    if case .resolver = target { resolvedHost = TargetText.host(of: authority) } else { resolvedHost = nil }
    self.configuration = configuration
    batch = LoopBatch(loop: loop)
    keepalive = configuration.keepalive
    resolution = ResolutionSchedule(interval: configuration.resolutionInterval, backoff: configuration.backoff)
    settings = CurrentSettings(configuration.serviceConfig)
    throttle = configuration.serviceConfig?.retryThrottling.map(RetryThrottle.init)
    loadBalancing = configuration.serviceConfig?.loadBalancing ?? .pickFirst()
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
    case .hedged(let call, let operation): call.perform(operation)
    case .connect: if !isClosed { leaveIdle() }
    case .close(let waiter): close(waiter)
    case .closeNow:
      close(nil)
      for connection in connections.values { connection.close(nil) }
    }
  }

  // MARK: The end, on the loop

  var isClosed: Bool { connectivity.current == .shutdown }

  private func close(_ waiter: UnsafeContinuation<Void, Never>?) {
    if let waiter { closeWaiters.append(waiter) }
    if !isClosed {
      connectivity.set(.shutdown)
      let failed = waiting
      waiting = []
      for call in failed { call.connectionLost("the channel to \(target.description) was closed") }
      idleTimer?.cancel()
      stopConnecting()
    }
    resumeCloseWaiters()
  }

  /// A connection has ended, for whatever reason.
  func connectionEnded(_ connection: ClientConnection) {
    connections[ObjectIdentifier(connection)] = nil
    if isClosed { resumeCloseWaiters() }
  }

  private func resumeCloseWaiters() {
    guard connections.isEmpty else { return }
    let waiters = closeWaiters
    closeWaiters = []
    for waiter in waiters { waiter.resume() }
  }
}
