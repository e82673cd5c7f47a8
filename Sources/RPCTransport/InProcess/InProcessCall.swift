internal import NIOCore
internal import RPCCore
internal import Synchronization

/// What both sides of a call in the same process share: a queue of messages each way with its gate, and how the call ended.
final class InProcessCall: Sendable {
  struct State {
    var requestBody: RequestBody
    var responseDeframer: MessageDeframer
    var handle: ServerCallHandle?
    var context: ServerContext?
    var serverMethod: ServerMethod?
    var headHasCome = false
    var isRequestEnded = false
    var isEnded = false
    /// Why it ended before its handler was done.
    var endReason: CancellationReason?
    var trailingMetadata = Metadata()
    var deadlineTimer: Task<Void, Never>?
  }

  /// How the server takes the request messages.
  enum RequestBody {
    case single(SingleMessageDeframer)
    case stream(MessageDeframer)
  }

  static let peer = Peer(address: "inprocess", localAddress: "inprocess")

  let initialMetadata = InitialMetadata()
  let requests = InboundMessages()
  let responses = InboundMessages()
  let requestGate = OutboundGate()
  let responseGate = OutboundGate()
  let clientLimits: MessageLimits
  let serverLimits: MessageLimits
  /// How the client compresses its requests.
  let compression: MessageEncoding
  let state: Mutex<State>

  init(clientLimits: MessageLimits, serverLimits: MessageLimits, compression: MessageEncoding) {
    self.clientLimits = clientLimits
    self.serverLimits = serverLimits
    self.compression = compression
    state = Mutex(
      State(
        requestBody: .stream(MessageDeframer(maximumBytes: serverLimits.maximumReceiveBytes)),
        responseDeframer: MessageDeframer(maximumBytes: clientLimits.maximumReceiveBytes)
      )
    )
  }

  var trailingMetadata: Metadata { state.withLock { $0.trailingMetadata } }

  /// Ends the call on both sides, the first time it is called. `status` is what the client sees.
  ///
  /// `discardingQueue` says that responses which the client has not taken are lost: a cancelled call.
  func end(_ status: Status, _ trailing: Metadata, discardingQueue: Bool, reason: CancellationReason?) {
    let (isFirst, handle, timer) = state.withLock { state -> (Bool, ServerCallHandle?, Task<Void, Never>?) in
      guard !state.isEnded else { return (false, nil, nil) }
      state.isEnded = true
      state.endReason = reason
      state.trailingMetadata = trailing
      return (true, state.handle, state.deadlineTimer)
    }
    guard isFirst else { return }
    timer?.cancel()
    let error = RPCError(status, metadata: trailing)
    if let error {
      responses.fail(error, discardingQueue: discardingQueue)
      initialMetadata.complete(.failure(error))
    } else {
      responses.finish()
      initialMetadata.complete(.success(Metadata()))
    }
    requestGate.close(error ?? RPCError(code: .cancelled, message: "the server has ended the call with OK"))
    let serverError = (reason ?? .peer).error
    responseGate.close(serverError)
    requests.fail(serverError, discardingQueue: true)
    if let reason { handle?.cancel(reason) }
  }

  func end(_ error: RPCError, reason: CancellationReason? = nil) {
    end(error.status, error.metadata, discardingQueue: reason != nil, reason: reason)
  }

  /// The client gives up.
  func cancel() { end(RPCError(code: .cancelled, message: "the call was cancelled"), reason: .peer) }
}
