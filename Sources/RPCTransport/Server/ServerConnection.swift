internal import HTTP2Session
internal import NIOCore
internal import RPCCore

/// The server's end of one connection: hands the session's events to the calls.
///
/// `@unchecked Sendable`: everything is touched on the connection's event loop only.
final class ServerConnection: SessionHandler, Expiring, @unchecked Sendable {
  let messages: MessageLimits
  /// Known from the beginning but for its identity, which TLS proves.
  private(set) var peer: Peer
  private(set) var hasEnded = false
  /// Handlers whose task is not over. They may outlive their streams, so the stream limit alone does not bound them.
  private(set) var runningHandlers = 0

  let server: ServerConnections
  var rules: ConnectionRules
  private var requests: RequestBudget<ServerCall>
  private var reader: RequestHeadReader

  /// The moment for which the timer is set.
  var expiry = NIODeadline.distantFuture
  var heapIndex: Int?

  init(channel: any Channel, batch: LoopBatch, router: RPCRouter, server: ServerConnections) throws {
    self.server = server
    let configuration = server.configuration
    messages = configuration.messages
    reader = RequestHeadReader(router: router)
    rules = ConnectionRules(configuration, jitter: .random(in: -1...1), now: .now())
    requests = RequestBudget(limit: configuration.limits.requestBytes)
    peer = Peer(
      address: channel.remoteAddress?.peerName ?? "unknown",
      localAddress: channel.localAddress?.peerName ?? "unknown"
    )
    let session = try HTTP2Session(role: .server, configuration: configuration.http2)
    super.init(session: session, batch: batch)
  }

  /// The peer has proved who it is, before anything else was said.
  func prove(_ identity: PeerIdentity) {
    peer = Peer(address: peer.address, localAddress: peer.localAddress, identity: identity)
  }

  override func connectionStarted() {
    server.report(.connectionStarted(peer))
  }

  override func connectionEnded(_ failure: (any Error)?) {
    guard !hasEnded else { return }
    hasEnded = true
    batch.cancel(self)
    session.forEachStream { Self.call(of: $0)?.closed() }
    server.report(.connectionEnded(reason: failure.map { "\($0)" }))
    removeIfOver()
  }

  override func bytesReceived(at now: NIODeadline) {
    rules.keepalive.received(at: now)
  }

  override func eventsHandled() {
    updateLifetime()
  }

  override func flushed(waiting: Int) {
    updateStall(waiting: waiting)
  }

  // MARK: Session events

  override func handle(_ event: HTTP2Event) {
    switch event {
    case .headers(let stream, let block, let endOfStream):
      // A second block is trailers, which mean nothing in a request.
      if stream.context == nil { open(stream, block) }
      if endOfStream { Self.call(of: stream)?.requestEnded() }
    case .data(let stream, let bytes):
      if let call = Self.call(of: stream) {
        call.receive(bytes)
      } else {
        session.consume(stream, bytes: bytes.readableBytes)
      }
    case .endOfStream(let stream): Self.call(of: stream)?.requestEnded()
    case .sent(let stream, let bytes): Self.call(of: stream)?.sent(bytes)
    case .closed(let stream, _):
      Self.call(of: stream)?.closed()
      stream.context = nil
    case .settings: handshakeEnded()
    case .ping(let followsContent): pingReceived(followsContent: followsContent)
    case .pingAcknowledged(let number): pingAcknowledged(number)
    case .limitReached(let limit): report(.http2(limit))
    case .goAway: break
    }
  }

  private func open(_ stream: HTTP2Stream, _ block: HeaderBlock) {
    block.forEach { name, value in reader.add(name: name, value: value) }
    let result = reader.finish()
    guard !block.isTruncated else {
      let error = RPCError(
        code: .resourceExhausted,
        message: "the request's headers are larger than this server accepts"
      )
      return refuse(stream, .status(error))
    }
    switch result {
    case .failure(let refusal): refuse(stream, refusal)
    case .success(let head):
      let call = ServerCall(head: head, stream: stream, connection: self)
      stream.context = call
      call.open()
    }
  }

  private func refuse(_ stream: HTTP2Stream, _ refusal: RefusedRequest) {
    let headers = HeaderBlock(ResponseFields.refusal(refusal))
    do { try session.submitResponse(headers, on: stream, endStream: true) } catch {
      session.reset(stream, .internalError)
    }
  }

  private static func call(of stream: HTTP2Stream) -> ServerCall? {
    stream.context as? ServerCall
  }

  func report(_ limit: ServerLimit) {
    server.report(.limitReached(limit, peer: peer.address))
  }

  // MARK: Requests and handlers

  /// Counts part of an incomplete request; returns the bytes to give credit for now.
  func hold(_ bytes: Int, for call: ServerCall) -> Int {
    let (credit, isHit) = requests.hold(bytes, for: call)
    if isHit { report(.requestBytes) }
    return credit
  }

  /// A request is complete or not wanted any more.
  func release(_ call: ServerCall) {
    for (call, credit) in requests.release(call) { call.credit(credit) }
  }

  /// Counts one more handler, or says which limit forbids it: as many as the peer may have streams, or as many as the
  /// server runs.
  func handlerWillStart() -> ServerLimit? {
    guard runningHandlers < session.configuration.limits.concurrentStreams else {
      report(.handlers)
      return .handlers
    }
    guard server.callWillStart() else {
      report(.calls)
      return .calls
    }
    runningHandlers += 1
    return nil
  }

  func handlerDidEnd() {
    runningHandlers -= 1
    server.callDidEnd()
    removeIfOver()
  }

  private func removeIfOver() {
    if hasEnded, runningHandlers == 0 { server.remove(self) }
  }

  // MARK: Shutdown, from any thread

  /// Takes no new calls; closes when those in progress are over.
  func drain() {
    batch.loop.execute {
      guard self.isStarted else { return self.close(nil) }
      if let action = self.rules.lifetime.drain(at: .now()) { self.perform(action) }
    }
  }

  /// Ends the calls in progress, tells their callers where the socket takes it at once, and closes.
  func closeNow() {
    batch.loop.execute {
      self.session.forEachStream { Self.call(of: $0)?.shutDown() }
      self.session.goAway()
      self.flush()
      self.close(nil)
    }
  }
}
