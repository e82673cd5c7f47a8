internal import HTTP2Session
internal import NIOCore
internal import RPCCore

/// The server's end of one connection: feeds the session with what is read, hands its events to the calls, and writes
/// what comes of it in one go at the end of each batch.
///
/// `@unchecked Sendable`: everything is touched on the connection's event loop only.
final class ServerConnection: ChannelInboundHandler, Flushable, @unchecked Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  let batch: LoopBatch
  let session: HTTP2Session
  let messages: MessageLimits
  let peer: Peer
  /// Handlers whose task is not over. They may outlive their streams, so that the stream limit alone does not bound them.
  private(set) var runningHandlers = 0

  private let connections: ServerConnections
  private var reader: RequestHeadReader
  private var context: ChannelHandlerContext?
  private var isFlushPending = false
  private var isDrained = false

  /// Bytes drained into one write before the socket is asked whether it takes more.
  private static let writeSize = 256 * 1_024

  init(
    channel: any Channel,
    batch: LoopBatch,
    router: RPCRouter,
    configuration: ServerConfiguration,
    connections: ServerConnections
  ) throws {
    self.batch = batch
    self.connections = connections
    session = try HTTP2Session(role: .server, configuration: configuration.http2)
    messages = configuration.messages
    reader = RequestHeadReader(router: router)
    peer = Peer(
      address: channel.remoteAddress?.peerName ?? "unknown",
      localAddress: channel.localAddress?.peerName ?? "unknown"
    )
  }

  // MARK: Channel events

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    connections.add(self)
  }

  func channelActive(context: ChannelHandlerContext) {
    setNeedsFlush()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    batch.begin()
    do {
      try session.receive(unwrapInboundIn(data), at: .now())
    } catch {
      session.terminate(.protocolError)
      isDrained = true
    }
    handleEvents()
    setNeedsFlush()
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    batch.run()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { setNeedsFlush() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    session.forEachStream { Self.call(of: $0)?.closed() }
    removeIfOver()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // MARK: Session events

  private func handleEvents() {
    while let event = session.nextEvent() {
      switch event {
      case .headers(let stream, let block, let endOfStream):
        // A second block is trailers, which mean nothing in a request.
        if stream.context == nil { open(stream, block) }
        if endOfStream { Self.call(of: stream)?.requestEnded() }
      case .data(let stream, let bytes):
        guard let call = Self.call(of: stream) else {
          session.consume(stream, bytes: bytes.readableBytes)
          continue
        }
        call.receive(bytes)
      case .endOfStream(let stream): Self.call(of: stream)?.requestEnded()
      case .sent(let stream, let bytes): Self.call(of: stream)?.sent(bytes)
      case .closed(let stream, _):
        Self.call(of: stream)?.closed()
        stream.context = nil
      case .settings, .goAway, .pingAcknowledged, .limitReached:
        break
      }
    }
  }

  private func open(_ stream: HTTP2Stream, _ block: HeaderBlock) {
    block.forEach { name, value in reader.add(name: name, value: value) }
    let result = reader.finish()
    guard !block.isTruncated else {
      let error = RPCError(code: .resourceExhausted, message: "the request's headers are larger than this server accepts")
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
    do { try session.submitResponse(headers, on: stream, endStream: true) } catch { session.reset(stream, .internalError) }
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

  // MARK: Writing

  func setNeedsFlush() {
    guard !isFlushPending else { return }
    isFlushPending = true
    batch.flushLater(self)
  }

  func flush() {
    isFlushPending = false
    guard let context else { return }
    do {
      while context.channel.isWritable, let bytes = try session.drain(upTo: Self.writeSize) {
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
      }
    } catch {
      return context.close(promise: nil)
    }
    handleEvents()
    if session.isFinished || (isDrained && !session.wantsToWrite) { context.close(promise: nil) }
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
  func close() {
    batch.loop.execute {
      self.session.forEachStream { Self.call(of: $0)?.shutDown() }
      self.session.goAway()
      self.flush()
      self.context?.close(promise: nil)
    }
  }
}
