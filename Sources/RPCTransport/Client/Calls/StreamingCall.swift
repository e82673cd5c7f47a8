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
  /// Requests that may have to be sent again; let go of once the server answers.
  private var replay: ReplayBuffer
  /// Requests given before the stream was open, those from the first on where they are not kept.
  private var early: [ByteBuffer] = []
  private var isRequestComplete: Bool
  /// Bytes that the present stream has sent, and those of the call that the gate was told of: fewer after a restart.
  private var sentBytes = 0
  private var releasedBytes = 0
  /// The call that this one is an attempt of.
  private var hedge: HedgedCall?

  override init(
    _ method: RPCMethod,
    request: ByteBuffer?,
    options: CallOptions,
    deadline: Deadline?,
    core: ChannelCore
  ) {
    let configuration = core.configuration
    shared = Mutex(Shared(hasFinishedSending: request != nil))
    isRequestComplete = request != nil
    replay = ReplayBuffer(limit: configuration.replayBytesPerCall)
    inbound = InboundFlow(streamWindow: configuration.http2.streamWindow)
    maximumRequestBytes = options.maximumRequestBytes ?? configuration.messages.maximumSendBytes
    deframer = MessageDeframer(
      maximumBytes: options.maximumResponseBytes ?? configuration.messages.maximumReceiveBytes
    )
    super.init(method, request: request, options: options, deadline: deadline, core: core)
  }

  // MARK: From the caller, any thread

  func send(_ message: ByteBuffer, compressed: Bool) async throws(RPCError) {
    guard !shared.withLock({ $0.hasFinishedSending }) else {
      throw RPCError(code: .failedPrecondition, message: "a request was sent after the last one of \(method)")
    }
    let message = compressed ? MessageCompression.compress(message, with: compression) : message
    try MessageFramer.check(message, maximum: maximumRequestBytes)
    try await gate.acquire(message.readableBytes)
    core.post(.send(self, message))
  }

  func finishSending() {
    let isFirst = shared.withLock { shared in
      defer { shared.hasFinishedSending = true }
      return !shared.hasFinishedSending
    }
    if isFirst { core.post(.finishSending(self)) }
  }

  func initialMetadata() async throws(RPCError) -> Metadata {
    try await initial.value()
  }

  func nextMessage() async throws(RPCError) -> ReceivedMessage? {
    let message = try await inbound.next(onCancel: cancel)
    if inbound.isCreditDue { core.post(.credit(self)) }
    return message
  }

  var trailingMetadata: Metadata { shared.withLock { $0.trailingMetadata } }

  @Sendable
  func cancel() {
    if !isOver.load(ordering: .relaxed) {
      core.post(.cancel(self))
    } else if inbound.isHolding {
      core.post(.letGo(self))
    }
  }

  // MARK: On the loop

  /// Makes this an attempt of another call, for which it will not be asked to hold writers back.
  func serve(_ hedge: HedgedCall, previousAttempts: Int) {
    self.hedge = hedge
    self.previousAttempts = previousAttempts
  }

  /// Lets it go on as a call of its own.
  func leaveHedge() { hedge = nil }

  /// Sends a request that did not pass the gate.
  func sendUngated(_ message: ByteBuffer) {
    releasedBytes += message.readableBytes
    sendNow(message)
  }

  func sendNow(_ message: ByteBuffer) {
    if phase == .over { return }
    let isKept = keep(message)
    guard case .open(let connection, let stream, _) = phase else {
      if !isKept { early.append(message) }
      return
    }
    transmit(message, on: connection, stream)
  }

  /// Keeps a request for a repetition; false where it is not kept, nor any longer those before it.
  private func keep(_ message: ByteBuffer) -> Bool {
    guard replay.isComplete else { return false }
    let kept = replay.messages
    if replay.append(message, budget: core.configuration.replayBytes - core.replayBytes) {
      core.replayBytes += message.readableBytes
      return true
    }
    if wire == nil { early = kept }
    discardReplay()
    return false
  }

  private func discardReplay() {
    core.replayBytes -= replay.discard()
  }

  private func transmit(_ message: ByteBuffer, on connection: ClientConnection, _ stream: HTTP2Stream) {
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
    for message in replay.isComplete ? replay.messages : early {
      guard phase != .over else { return }
      transmit(message, on: connection, stream)
    }
    early = []
    if isRequestComplete { connection.session.endStream(stream) }
  }

  override func sent(_ bytes: Int) {
    sentBytes += bytes
    guard sentBytes > releasedBytes else { return }
    gate.release(sentBytes - releasedBytes)
    releasedBytes = sentBytes
  }

  override var isReplayable: Bool { request != nil || replay.isComplete }

  override func willRestart() {
    wire = nil
    sentBytes = 0
  }

  override func initialMetadataReceived(_ metadata: Metadata, encoding: MessageEncoding) {
    deframer.encoding = encoding
    discardReplay()
    initial.complete(.success(metadata))
    hedge?.answered(self)
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
    discardReplay()
    if isLocal { creditNow(all: true) }
    hedge?.ended(self, status, trailingMetadata, isLocal: isLocal)
  }
}
