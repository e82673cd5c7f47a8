internal import HTTP2Session
internal import NIOCore

/// Connects a session with its socket: feeds it with what is read, and writes what it has to send in one go at the end
/// of each batch. The server's and the client's connections add what the events mean.
///
/// `@unchecked Sendable`: everything is touched on the connection's event loop only.
class SessionHandler: ChannelInboundHandler, Flushable, @unchecked Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  final let batch: LoopBatch
  final let session: HTTP2Session
  /// Nil before the socket is connected, and once it is closed.
  final private(set) var context: ChannelHandlerContext?
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

  /// The socket is connected.
  func connectionStarted() {}

  /// The socket is closed; nothing can be sent any more.
  func connectionEnded(_ failure: (any Error)?) {}

  // MARK: Channel events

  final func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { start(context) }
  }

  final func channelActive(context: ChannelHandlerContext) {
    start(context)
  }

  private func start(_ context: ChannelHandlerContext) {
    guard self.context == nil else { return }
    self.context = context
    connectionStarted()
    setNeedsFlush()
  }

  final func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    batch.begin()
    do {
      try session.receive(unwrapInboundIn(data), at: .now())
    } catch {
      failure = error
    }
    handleEvents()
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
    failure = failure ?? error
    context.close(promise: nil)
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
    guard let context else { return }
    do {
      while context.channel.isWritable, let bytes = try session.drain(upTo: Self.writeSize) {
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
      }
    } catch {
      return close(error)
    }
    handleEvents()
    // After a failure of the session a last GOAWAY may have been waiting; a peer that does not read does not get it.
    if failure != nil || session.isFinished { close(nil) }
  }

  final func close(_ error: (any Error)?) {
    failure = failure ?? error
    context?.close(promise: nil)
  }
}
