public import NIOCore
public import RPCCore

/// A channel to the services of a router in the same process, for tests and for embedding a server in a program.
///
/// Everything but HTTP/2 is as on the wire: messages and headers are encoded and decoded, limits, deadlines, cancellation
/// and back-pressure hold. Handlers run on Swift's global pool, or wherever their service asked for.
public struct InProcessChannel: RPCChannel {
  let router: RPCRouter
  let serverLimits: MessageLimits
  let clientLimits: MessageLimits
  let defaultTimeout: Duration?

  /// A channel to `router`'s services, with the message limits of both sides and a timeout for calls that set none.
  public init(
    router: RPCRouter,
    serverLimits: MessageLimits = MessageLimits(),
    clientLimits: MessageLimits = MessageLimits(),
    defaultTimeout: Duration? = nil
  ) {
    self.router = router
    self.serverLimits = serverLimits
    self.clientLimits = clientLimits
    self.defaultTimeout = defaultTimeout
  }

  /// Makes a call with one request and one response.
  public func unary(
    _ method: RPCMethod,
    request: ByteBuffer,
    options: CallOptions
  ) async throws(RPCError) -> ClientReply {
    try await makeStream(method, request: request, options: options).singleReply()
  }

  /// Starts any other call.
  public func makeStream(_ method: RPCMethod, request: ByteBuffer?, options: CallOptions) -> any ClientStream {
    let deadline = options.effectiveDeadline(defaultTimeout: defaultTimeout)
    if Task.isCancelled {
      return FailedStream(RPCError(code: .cancelled, message: "the calling task was cancelled before the call began"))
    }
    if let deadline, deadline.hasPassed { return FailedStream(CancellationReason.deadline.error) }
    var limits = clientLimits
    if let bytes = options.maximumRequestBytes { limits.maximumSendBytes = bytes }
    if let bytes = options.maximumResponseBytes { limits.maximumReceiveBytes = bytes }
    if let request {
      do throws(RPCError) {
        try MessageFramer.check(request, maximum: limits.maximumSendBytes)
      } catch {
        return FailedStream(error)
      }
    }
    let call = InProcessCall(
      clientLimits: limits,
      serverLimits: serverLimits,
      compression: options.compression ?? .identity
    )
    call.open(method, metadata: options.metadata, deadline: deadline, router: router)
    if let request {
      call.receive(MessageCompression.compress(request, with: call.compression))
      call.receiveEnd()
    }
    return InProcessClientStream(call)
  }
}
