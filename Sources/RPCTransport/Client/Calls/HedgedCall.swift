internal import NIOCore
internal import RPCCore
internal import Synchronization

/// A call that is made several times at once (gRFC A6, Hedging Policy). The first attempt that the server answers is
/// chosen: from then on the call is that attempt; the others are cancelled.
///
/// `@unchecked Sendable`: `chosen`, `sending` and `gate` guard themselves; everything else is touched on the loop only.
final class HedgedCall: ClientStream, Expiring, @unchecked Sendable {
  enum Operation: Sendable {
    case start
    case send(ByteBuffer)
    case finishSending
    case cancel
  }

  private struct Sending {
    var hasFinished: Bool
    var chosen: StreamingCall?
  }

  private let method: RPCMethod
  private let request: ByteBuffer?
  private let options: CallOptions
  private let deadline: Deadline?
  private let core: ChannelCore
  private let chosen = Eventual<StreamingCall>()
  private let sending: Mutex<Sending>
  /// Holds writers back until their requests are with the attempts.
  private let gate = OutboundGate()
  private let maximumRequestBytes: Int

  // On the loop only.
  var heapIndex: Int?
  private var state: HedgingState
  private var attempts: [StreamingCall] = []
  private var winner: StreamingCall?
  private var isOver = false
  private var isRequestComplete: Bool
  private var replay: ReplayBuffer
  private var timer: Scheduled<Void>?

  init(
    _ method: RPCMethod,
    request: ByteBuffer?,
    options: CallOptions,
    deadline: Deadline?,
    policy: ServiceConfig.HedgingPolicy,
    core: ChannelCore
  ) {
    self.method = method
    self.request = request
    self.options = options
    self.deadline = deadline
    self.core = core
    let configuration = core.configuration
    state = HedgingState(policy, maximumAttempts: configuration.maximumAttempts)
    isRequestComplete = request != nil
    sending = Mutex(Sending(hasFinished: request != nil))
    replay = ReplayBuffer(limit: configuration.replayBytesPerCall)
    maximumRequestBytes = options.maximumRequestBytes ?? configuration.messages.maximumSendBytes
  }

  // MARK: From the caller, any thread

  func send(_ message: ByteBuffer, compressed: Bool) async throws(RPCError) {
    let (hasFinished, winner) = sending.withLock { ($0.hasFinished, $0.chosen) }
    guard !hasFinished else {
      throw RPCError(code: .failedPrecondition, message: "a request was sent after the last one of \(method)")
    }
    if let winner { return try await winner.send(message, compressed: compressed) }
    let compression = options.compression ?? core.configuration.compression
    let message = compressed ? MessageCompression.compress(message, with: compression) : message
    try MessageFramer.check(message, maximum: maximumRequestBytes)
    try await gate.acquire(message.readableBytes)
    core.post(.hedged(self, .send(message)))
  }

  func finishSending() {
    let isFirst = sending.withLock { sending in
      defer { sending.hasFinished = true }
      return !sending.hasFinished
    }
    if isFirst { core.post(.hedged(self, .finishSending)) }
  }

  func initialMetadata() async throws(RPCError) -> Metadata {
    try await chosen.value().initialMetadata()
  }

  func nextMessage() async throws(RPCError) -> ReceivedMessage? {
    if let winner = sending.withLock({ $0.chosen }) { return try await winner.nextMessage() }
    let winner: Result<StreamingCall, RPCError> = await withTaskCancellationHandler {
      do throws(RPCError) { return .success(try await chosen.value()) } catch { return .failure(error) }
    } onCancel: {
      cancel()
    }
    return try await winner.get().nextMessage()
  }

  var trailingMetadata: Metadata { sending.withLock { $0.chosen }?.trailingMetadata ?? Metadata() }

  func cancel() {
    if let winner = sending.withLock({ $0.chosen }) { winner.cancel() } else { core.post(.hedged(self, .cancel)) }
  }

  // MARK: On the loop

  func perform(_ operation: Operation) {
    switch operation {
    case .start:
      guard !isOver else { return }
      core.batch.schedule(self)
      follow(state.start(core.throttle))
    case .send(let message): sendNow(message)
    case .finishSending:
      isRequestComplete = true
      for attempt in winner.map({ [$0] }) ?? attempts { attempt.finishSendingNow() }
    case .cancel:
      guard let winner else { return fail(RPCError(code: .cancelled, message: "the call was cancelled")) }
      winner.cancel()
    }
  }

  /// The deadline, in case no attempt is there that it ends.
  var expiry: NIODeadline { deadline?.time ?? .distantFuture }

  func expire() {
    fail(RPCError(code: .deadlineExceeded, message: "the deadline passed before the call was done"))
  }

  /// The server has begun to answer an attempt.
  func answered(_ attempt: StreamingCall) { choose(attempt) }

  /// An attempt is over; had it been answered before, this would not be called any more.
  func ended(_ attempt: StreamingCall, _ status: Status, _ metadata: Metadata, isLocal: Bool) {
    attempts.removeAll { $0 === attempt }
    guard status.code != .ok, !isLocal else { return choose(attempt) }
    let step = state.attemptFailed(status.code, pushback: RetryPushback(metadata), throttle: &core.throttle)
    if step.ends { choose(attempt) } else { follow(step) }
  }

  private func follow(_ step: HedgingState.Step) {
    timer?.cancel()
    timer = step.next.map { time in
      core.batch.loop.scheduleTask(in: TimeAmount(time)) { self.follow(self.state.timePassed(self.core.throttle)) }
    }
    let first = state.attempts - step.starts
    for number in 0..<step.starts where !isOver { startAttempt(first + number) }
  }

  private func startAttempt(_ number: Int) {
    let attempt = StreamingCall(method, request: request, options: options, deadline: deadline, core: core)
    attempt.serve(self, previousAttempts: number)
    attempts.append(attempt)
    for message in replay.messages { attempt.sendUngated(message) }
    if isRequestComplete, request == nil { attempt.finishSendingNow() }
    attempt.start()
    if !replay.isComplete, winner == nil { choose(attempt) }
  }

  private func sendNow(_ message: ByteBuffer) {
    gate.release(message.readableBytes)
    if let winner { return winner.sendUngated(message) }
    guard !isOver else { return }
    if replay.append(message, budget: core.configuration.replayBytes - core.replayBytes) {
      core.replayBytes += message.readableBytes
      for attempt in attempts { attempt.sendUngated(message) }
      return
    }
    // Too much to be kept: one attempt goes on with it, and all have sent the same.
    guard let attempt = attempts.first else {
      return fail(
        RPCError(
          code: .resourceExhausted,
          message: "the requests are too large to be kept until the server may be asked again"
        )
      )
    }
    attempt.sendUngated(message)
    choose(attempt)
  }

  private func choose(_ attempt: StreamingCall) {
    guard !isOver else { return }
    end()
    winner = attempt
    sending.withLock { $0.chosen = attempt }
    attempt.leaveHedge()
    for other in attempts where other !== attempt {
      other.leaveHedge()
      other.cancelNow()
    }
    attempts = []
    chosen.complete(.success(attempt))
  }

  private func fail(_ error: RPCError) {
    guard !isOver else { return }
    end()
    for attempt in attempts {
      attempt.leaveHedge()
      attempt.finish(error.status)
    }
    attempts = []
    gate.close(error)
    chosen.complete(.failure(error))
  }

  private func end() {
    isOver = true
    state.stop()
    timer?.cancel()
    timer = nil
    core.batch.cancel(self)
    core.replayBytes -= replay.discard()
  }
}
