internal import HTTP2Session
internal import NIOCore
internal import NIOSSL
internal import NIOTLS

/// Connects a session with its socket: feeds it with what is read, and writes what it has to send in one go at the end
/// of each batch. The server's and the client's connections add what the events mean.
///
/// `@unchecked Sendable`: everything is touched on the connection's event loop only.
class SessionHandler: ChannelInboundHandler, Flushable, @unchecked Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  final let batch: LoopBatch
  final let session: HTTP2Session
  /// Nil before the handler has a channel, and once that is closed.
  final private(set) var context: ChannelHandlerContext?
  /// The socket is connected and TLS, where there is any, is agreed on: bytes can be exchanged.
  final private(set) var isStarted = false
  /// What to do with the peer's verified certificate, if it has shown one, when TLS is agreed on; an error closes the
  /// socket. To be set before the handler gets a channel, where a TLS handler comes before it; nil in plaintext.
  final var whenSecured: ((NIOSSLCertificate?) throws -> Void)?
  /// Why the connection ended, where it is known.
  final private var failure: (any Error)?
  final private var isFlushPending = false

  /// Bytes drained into one write before the socket is asked whether it takes more.
  private static let writeSize = 256 * 1_024

  init(session: HTTP2Session, batch: LoopBatch) {
    self.session = session
    self.batch = batch
  }

  // MARK: For subclasses

  func handle(_ event: HTTP2Event) {}

  /// The socket is connected and secure where it has to be.
  func connectionStarted() {}

  /// The peer has said something; what it means follows.
  func bytesReceived(at now: NIODeadline) {}

  /// What was read or written has been handled.
  func eventsHandled() {}

  /// What the peer takes has been written; as many bytes wait for it.
  func flushed(waiting: Int) {}

  /// The socket is closed, whether or not the connection had started; nothing can be sent any more.
  func connectionEnded(_ failure: (any Error)?) {}

  // MARK: Channel events

  final func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    if context.channel.isActive, whenSecured == nil { start() }
  }

  final func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  final func channelActive(context: ChannelHandlerContext) {
    if whenSecured == nil { start() }
  }

  final func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case TLSUserEvent.handshakeCompleted(let agreed) = event else { return }
    do {
      guard agreed == "h2" else { throw TLSHandshakeError.noHTTP2(agreed: agreed) }
      try whenSecured?(context.pipeline.syncOperations.nioSSL_peerCertificate())
      whenSecured = nil
      start()
    } catch {
      close(error)
    }
  }

  private func start() {
    guard !isStarted else { return }
    isStarted = true
    connectionStarted()
    setNeedsFlush()
  }

  final func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // What comes after a failure is not looked at; the socket may need a while to close.
    guard failure == nil else { return }
    batch.begin()
    let now = NIODeadline.now()
    bytesReceived(at: now)
    do {
      try session.receive(unwrapInboundIn(data), at: now)
    } catch {
      failure = error
    }
    handleEvents()
    eventsHandled()
    setNeedsFlush()
  }

  final func channelReadComplete(context: ChannelHandlerContext) {
    batch.run()
  }

  final func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { setNeedsFlush() }
  }

  final func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    connectionEnded(failure)
    // A socket that closes while it is read gets no channelReadComplete.
    batch.run()
  }

  final func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case let error as NIOSSLError where !isStarted: close(TLSHandshakeError(error))
    default: close(error)
    }
  }

  private func handleEvents() {
    while let event = session.nextEvent() {
      handle(event)
    }
  }

  // MARK: Writing

  final func setNeedsFlush() {
    guard !isFlushPending else { return }
    isFlushPending = true
    batch.flushLater(self)
  }

  final func flush() {
    isFlushPending = false
    guard isStarted, let context else { return }
    do {
      while context.channel.isWritable, let bytes = try session.drain(upTo: Self.writeSize) {
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
      }
    } catch {
      return close(error)
    }
    handleEvents()
    eventsHandled()
    flushed(waiting: session.queuedBytes + (context.channel.isWritable ? 0 : 1))
    // After a failure of the session a last GOAWAY may have been waiting; a peer that does not read does not get it.
    if failure != nil || session.isFinished { close(nil) }
  }

  final func close(_ error: (any Error)?) {
    failure = failure ?? error
    context?.close(promise: nil)
  }
}
