internal import HTTP2Session
internal import NIOCore
internal import RPCCore
internal import Synchronization

/// A call with a stream in one direction or both.
///
/// `@unchecked Sendable`: as its superclass; `inbound`, `initial`, `gate` and what lies in `shared` guard themselves.
final class StreamingCall: ClientCall, ClientStream, @unchecked Sendable {
  private struct Shared {
    var trailingMetadata = Metadata()
    var hasFinishedSending: Bool
  }

  private let shared: Mutex<Shared>
  private let inbound: InboundFlow
  private let initial = InitialMetadata()
  private let gate = OutboundGate()
  private let maximumRequestBytes: Int

  // On the loop only.
  private var deframer: MessageDeframer
  /// Kept after the end, since what was received by then is still to be taken.
  private var wire: (connection: ClientConnection, stream: HTTP2Stream)?
  /// Requests sent before the stream was open.
  private var early: [ByteBuffer] = []
  private var isRequestComplete: Bool

  override init(
    _ method: RPCMethod,
    request: ByteBuffer?,
    options: CallOptions,
    deadline: Deadline?,
    subchannel: Subchannel
  ) {
    let configuration = subchannel.configuration
    shared = Mutex(Shared(hasFinishedSending: request != nil))
    isRequestComplete = request != nil
    inbound = InboundFlow(streamWindow: configuration.http2.streamWindow)
    maximumRequestBytes = options.maximumRequestBytes ?? configuration.messages.maximumSendBytes
    deframer = MessageDeframer(
      maximumBytes: options.maximumResponseBytes ?? configuration.messages.maximumReceiveBytes
    )
    super.init(method, request: request, options: options, deadline: deadline, subchannel: subchannel)
  }

  // MARK: From the caller, any thread

  func send(_ message: ByteBuffer, compressed: Bool) async throws(RPCError) {
    guard !shared.withLock({ $0.hasFinishedSending }) else {
      throw RPCError(code: .failedPrecondition, message: "a request was sent after the last one of \(method)")
    }
    let message = compressed ? MessageCompression.compress(message, with: compression) : message
    try MessageFramer.check(message, maximum: maximumRequestBytes)
    try await gate.acquire(message.readableBytes)
    subchannel.post(.send(self, message))
  }

  func finishSending() {
    let isFirst = shared.withLock { shared in
      defer { shared.hasFinishedSending = true }
      return !shared.hasFinishedSending
    }
    if isFirst { subchannel.post(.finishSending(self)) }
  }

  func initialMetadata() async throws(RPCError) -> Metadata {
    try await initial.value()
  }

  func nextMessage() async throws(RPCError) -> ReceivedMessage? {
    let message = try await inbound.next(onCancel: cancel)
    if inbound.isCreditDue { subchannel.post(.credit(self)) }
    return message
  }

  var trailingMetadata: Metadata { shared.withLock { $0.trailingMetadata } }

  @Sendable
  func cancel() {
    if !isOver.load(ordering: .relaxed) {
      subchannel.post(.cancel(self))
    } else if inbound.isHolding {
      subchannel.post(.letGo(self))
    }
  }

  // MARK: On the loop

  func sendNow(_ message: ByteBuffer) {
    guard case .open(let connection, let stream, _) = phase else {
      if phase == .waiting { early.append(message) }
      return
    }
    do {
      try connection.session.send(message, on: stream)
      connection.setNeedsFlush()
    } catch HTTP2SessionError.limitReached {
      finish(
        Status(code: .resourceExhausted, message: "the server has left too many requests of its connection unread")
      )
    } catch {
      // The stream has ended; its status is on its way.
    }
  }

  func finishSendingNow() {
    isRequestComplete = true
    guard case .open(let connection, let stream, _) = phase else { return }
    connection.session.endStream(stream)
    connection.setNeedsFlush()
  }

  /// Gives credit for what was taken, or for all if no one will take the rest.
  func creditNow(all: Bool = false) {
    let bytes = inbound.takeCredit(over: all)
    guard bytes > 0, let wire else { return }
    wire.connection.session.consume(wire.stream, bytes: bytes)
    wire.connection.setNeedsFlush()
  }

  override func opened(on connection: ClientConnection, stream: HTTP2Stream) {
    wire = (connection, stream)
    stream.reportsSent = true
    for message in early { sendNow(message) }
    early = []
    if isRequestComplete { connection.session.endStream(stream) }
  }

  override func sent(_ bytes: Int) {
    gate.release(bytes)
  }

  override func initialMetadataReceived(_ metadata: Metadata, encoding: MessageEncoding) {
    deframer.encoding = encoding
    initial.complete(.success(metadata))
  }

  override func bodyReceived(_ bytes: ByteBuffer, on connection: ClientConnection) throws(RPCError) {
    inbound.received(bytes.readableBytes)
    deframer.append(bytes.compacted)
    while let message = try deframer.next() { inbound.push(message.compacted) }
    creditNow()
  }

  override func ended(_ status: Status, trailingMetadata: Metadata, isLocal: Bool) {
    shared.withLock { $0.trailingMetadata = trailingMetadata }
    do throws(RPCError) {
      if let error = RPCError(status, metadata: trailingMetadata) { throw error }
      try deframer.finish()
      initial.complete(.success(Metadata()))
      inbound.finish()
      gate.close(RPCError(code: .cancelled, message: "the server has ended the call"))
    } catch {
      initial.complete(.failure(error))
      inbound.fail(error, discardingQueue: isLocal)
      gate.close(error)
    }
    early = []
    if isLocal { creditNow(all: true) }
  }
}
