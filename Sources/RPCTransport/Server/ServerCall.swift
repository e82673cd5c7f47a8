internal import HTTP2Session
internal import NIOCore
internal import RPCCore
internal import Synchronization

/// One call on a server's connection: its stream on one side, its handler on the other.
///
/// `@unchecked Sendable`: everything that changes is touched on the connection's event loop only; `hops`, `inbound` and
/// `gate` guard themselves.
final class ServerCall: ServerStream, Expiring, RequestHolder, @unchecked Sendable {
  let connection: ServerConnection
  let stream: HTTP2Stream
  var request: RequestBody
  var response = ResponsePhase.idle
  /// Requests of a client-streaming method on their way to the handler.
  let inbound: InboundFlow?
  /// Holds back a handler that streams responses.
  let gate: OutboundGate?
  /// What was asked for from other threads and is still to run on the loop; until then later calls queue behind it.
  let hops = Atomic<Int>(0)

  let expiry: NIODeadline
  var heapIndex: Int?
  var share = RequestShare()

  private let method: ServerMethod
  private let context: ServerContext
  private var handle: ServerCallHandle?

  init(head: RequestHead, stream: HTTP2Stream, connection: ServerConnection) {
    self.stream = stream
    self.connection = connection
    method = head.method
    let deadline = head.timeout.map(Deadline.after)
    expiry = deadline?.time ?? .distantFuture
    context = ServerContext(head, peer: connection.peer, deadline: deadline)
    let kind = method.method.kind
    request = RequestBody(
      isSingle: kind.hasSingleRequest,
      maximumBytes: connection.messages.maximumReceiveBytes,
      encoding: head.encoding
    )
    inbound = kind.hasSingleRequest ? nil : InboundFlow(streamWindow: connection.session.configuration.streamWindow)
    gate = kind.hasSingleResponse ? nil : OutboundGate()
    stream.reportsSent = gate != nil
  }

  // MARK: From the connection, on the loop

  /// The headers have come: starts the deadline, and the handler unless it waits for the request.
  func open() {
    connection.batch.schedule(self)
    if inbound != nil { start(nil) }
  }

  func receive(_ bytes: ByteBuffer) {
    inbound?.received(bytes.readableBytes)
    // A short message must not keep alive all that was read with it.
    switch request.append(bytes.compacted) {
    case .nothing: break
    case .message(let message): inbound?.push(message)
    case .messages(let messages):
      for message in messages { inbound?.push(message) }
    case .failure(let error): requestFailed(error)
    }
    if let inbound {
      credit(inbound.takeCredit(over: request.isOver))
    } else {
      // A single request is always waited for, so it makes room at once where it may.
      credit(request.isOver ? bytes.readableBytes : connection.hold(bytes.readableBytes, for: self))
    }
  }

  func requestEnded() {
    if inbound == nil { connection.release(self) }
    switch request.finish() {
    case .nothing, .messages: inbound?.finish()
    case .message(let message): start(message)
    case .failure(let error): requestFailed(error)
    }
  }

  /// As many bytes of the response have gone out.
  func sent(_ bytes: Int) {
    gate?.release(bytes)
  }

  /// The stream is gone. If the handler was not done, its caller has given up.
  func closed() {
    response = .ended
    request.drop()
    connection.batch.cancel(self)
    if let inbound { credit(inbound.takeCredit(over: true)) } else { connection.release(self) }
    handle?.cancel(.peer)
    let error = CancellationReason.peer.error
    inbound?.fail(error, discardingQueue: true)
    gate?.close(error)
  }

  /// The deadline has passed.
  func expire() {
    cancel(.deadline)
  }

  func shutDown() {
    cancel(.shutdown)
  }

  private func cancel(_ reason: CancellationReason) {
    guard response != .ended else { return }
    // Trailers would wait behind messages that the peer does not take.
    if stream.queuedBytes > 0 {
      response = .ended
      connection.session.reset(stream, .cancel)
      connection.setNeedsFlush()
    }
    if let handle { handle.cancel(reason) } else { finishNow(reason.error.status, Metadata()) }
    inbound?.fail(reason.error, discardingQueue: true)
    gate?.close(reason.error)
  }

  private func start(_ request: ReceivedMessage?) {
    switch connection.handlerWillStart() {
    case nil: break
    case .calls:
      return finishNow(Status(code: .unavailable, message: "the server has as many calls as it takes"), Metadata())
    default:
      response = .ended
      return connection.session.reset(stream, .refusedStream)
    }
    handle = method.start(request: request, context: context, stream: self, executor: connection.batch)
  }

  private func requestFailed(_ error: RPCError) {
    if let inbound {
      inbound.fail(error, discardingQueue: false)
    } else {
      finishNow(error.status, error.metadata)
    }
  }

  // MARK: From the handler

  func nextMessage() async throws(RPCError) -> ReceivedMessage? {
    guard let inbound else { return nil }
    let message = try await inbound.next()
    if inbound.isCreditDue {
      if isOnLoop { credit(inbound.takeCredit()) } else { hop { $0.credit(inbound.takeCredit()) } }
    }
    return message
  }

  func handlerDidEnd() {
    if isOnLoop { handlerDidEndNow() } else { hop { $0.handlerDidEndNow() } }
  }

  private func handlerDidEndNow() {
    handle = nil
    connection.handlerDidEnd()
  }

  func credit(_ bytes: Int) {
    guard bytes > 0 else { return }
    connection.session.consume(stream, bytes: bytes)
    connection.setNeedsFlush()
  }

  /// True where the loop's state may be touched at once without overtaking what other threads asked for before.
  var isOnLoop: Bool {
    connection.batch.loop.inEventLoop && hops.load(ordering: .relaxed) == 0
  }

  func hop(_ work: @escaping @Sendable (ServerCall) -> Void) {
    hops.add(1, ordering: .relaxed)
    connection.batch.loop.execute {
      self.hops.subtract(1, ordering: .relaxed)
      work(self)
    }
  }
}
