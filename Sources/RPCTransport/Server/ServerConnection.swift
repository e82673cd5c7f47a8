internal import HTTP2Session
internal import NIOCore
internal import RPCCore

/// The server's end of one connection: hands the session's events to the calls.
///
/// `@unchecked Sendable`: everything is touched on the connection's event loop only.
final class ServerConnection: SessionHandler, @unchecked Sendable {
  let messages: MessageLimits
  let peer: Peer
  /// Handlers whose task is not over. They may outlive their streams, so the stream limit alone does not bound them.
  private(set) var runningHandlers = 0

  private let connections: ServerConnections
  private var reader: RequestHeadReader

  init(
    channel: any Channel,
    batch: LoopBatch,
    router: RPCRouter,
    configuration: ServerConfiguration,
    connections: ServerConnections
  ) throws {
    self.connections = connections
    messages = configuration.messages
    reader = RequestHeadReader(router: router)
    peer = Peer(
      address: channel.remoteAddress?.peerName ?? "unknown",
      localAddress: channel.localAddress?.peerName ?? "unknown"
    )
    super.init(session: try HTTP2Session(role: .server, configuration: configuration.http2), batch: batch)
  }

  override func connectionStarted() {
    connections.add(self)
  }

  override func connectionEnded(_ failure: (any Error)?) {
    session.forEachStream { Self.call(of: $0)?.closed() }
    removeIfOver()
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
    case .settings, .goAway, .pingAcknowledged, .limitReached:
      break
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

  // MARK: Handlers

  /// Counts one more handler; false where as many run as the peer may have streams.
  func handlerWillStart() -> Bool {
    guard runningHandlers < session.configuration.limits.concurrentStreams else { return false }
    runningHandlers += 1
    return true
  }

  func handlerDidEnd() {
    runningHandlers -= 1
    removeIfOver()
  }

  private func removeIfOver() {
    if context == nil, runningHandlers == 0 { connections.remove(self) }
  }

  // MARK: Shutdown, from any thread

  /// Takes no new calls; closes when those in progress are over.
  func drain() {
    batch.loop.execute {
      self.session.shutDownGracefully()
      self.setNeedsFlush()
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
