public import NIOCore
internal import Synchronization

/// What a handler knows of its call besides the request, and the metadata it sends back.
public final class ServerContext: Sendable {
  /// The context of the call that this task serves; nil outside of handlers. Calls that a handler makes follow it, see
  /// ``CallOptions/followsServerCall``.
  @TaskLocal public static var current: ServerContext?

  /// The method called.
  public let method: RPCMethod
  /// The custom metadata of the request.
  public let metadata: Metadata
  /// Who calls.
  public let peer: Peer
  /// The caller's deadline; nil if the caller set none.
  public let deadline: Deadline?
  /// How often the caller has tried before, by its own account (`grpc-previous-rpc-attempts`, gRFC A6); 0 at the first
  /// attempt.
  public let previousAttempts: Int
  /// How the caller compresses its messages, though perhaps not all of them: see `received`.
  public let requestEncoding: MessageEncoding

  struct State {
    var initialMetadata = Metadata()
    var trailingMetadata = Metadata()
    /// `grpc-retry-pushback-ms`; negative forbids to repeat the call.
    var retryPushback: Int32?
    var initialMetadataIsSent = false
    var isFinished = false
    var cancellation: CancellationReason?
    /// What is to be done when the call is cancelled.
    var onCancel: [UInt64: @Sendable () -> Void] = [:]
    var nextID: UInt64 = 0
    var received = MessageTally()
    var sent = MessageTally()

    /// Everything that goes with the status.
    var trailers: Metadata {
      guard let retryPushback else { return trailingMetadata }
      var trailers = trailingMetadata
      trailers.addUnchecked(.text("\(retryPushback)"), for: "grpc-retry-pushback-ms")
      return trailers
    }
  }

  let state = Mutex(State())
  let responseEncoding = Atomic(MessageEncoding.identity)
  let acceptedEncodings: AcceptedEncodings

  /// A context, made by the transport when the request headers have come; the deadline is that of the headers, on this
  /// side's clock.
  public init(_ head: RequestHead, peer: Peer, deadline: Deadline?) {
    method = head.method.method
    metadata = head.metadata
    previousAttempts = head.previousAttempts
    requestEncoding = head.encoding
    acceptedEncodings = head.acceptedEncodings
    self.peer = peer
    self.deadline = deadline
  }

  /// A context for a handler that is called without a transport.
  public init(method: RPCMethod, metadata: Metadata, peer: Peer, deadline: Deadline?) {
    self.method = method
    self.metadata = metadata
    self.peer = peer
    self.deadline = deadline
    previousAttempts = 0
    requestEncoding = .identity
    acceptedEncodings = AcceptedEncodings()
  }

  /// Metadata sent before the first message. Setting it after that throws FAILED_PRECONDITION.
  public func setInitialMetadata(_ metadata: Metadata) throws(RPCError) {
    let isSent = state.withLock { state in
      if !state.initialMetadataIsSent { state.initialMetadata = metadata }
      return state.initialMetadataIsSent
    }
    guard !isSent else {
      throw RPCError(code: .failedPrecondition, message: "the initial metadata of \(method) has been sent already")
    }
  }

  /// Metadata sent with the status.
  public func setTrailingMetadata(_ metadata: Metadata) {
    state.withLock { $0.trailingMetadata = metadata }
  }

  /// The metadata to be sent with the status.
  public var trailingMetadata: Metadata { state.withLock { $0.trailingMetadata } }

  /// Tells a caller that would repeat the call, should it fail, to wait so long, or with nil not to repeat it at all
  /// (`grpc-retry-pushback-ms`, gRFC A6). Nothing is said unless this is called; whole milliseconds count, from 0 to 24 days.
  public func setRetryPushback(_ wait: Duration?) {
    let milliseconds = wait.map { Int32(max(0, min($0 / .milliseconds(1), Double(Int32.max)))) } ?? -1
    state.withLock { $0.retryPushback = milliseconds }
  }

  /// Why the call was cancelled; nil while it was not.
  public var cancellation: CancellationReason? { state.withLock { $0.cancellation } }

  /// Whether the call was cancelled by the peer, its deadline or the server's shutdown; the handler's task is
  /// cancelled then too.
  public var isCancelled: Bool { cancellation != nil }

  /// The messages received so far.
  public var received: MessageTally { state.withLock { $0.received } }

  /// The messages sent so far.
  public var sent: MessageTally { state.withLock { $0.sent } }

  /// Counts a request message.
  func countReceived(_ message: ByteBuffer, isCompressed: Bool) {
    state.withLock { $0.received.count(message.readableBytes, isCompressed: isCompressed) }
  }

  /// Counts a framed response message.
  @usableFromInline
  func countSent(_ message: ByteBuffer) {
    state.withLock { $0.sent.count(message.readableBytes - MessageFramer.prefixLength) }
  }
}
