public import NIOCore
internal import NIOPosix
public import RPCCore

/// A client's way to a server: one connection, made when the first call needs it and made anew after it broke.
///
/// Calls may come from any thread. Those that the server has no room for (its limit of concurrent streams) wait.
/// Letting go of the channel closes it as ``close()`` does, without waiting.
public final class ClientChannel: RPCChannel {
  private let subchannel: Subchannel

  /// A channel to a target; nothing is sent before the first call.
  public init(target: SocketTarget, configuration: ClientConfiguration = ClientConfiguration()) {
    subchannel = Subchannel(
      target: target,
      configuration: configuration,
      loop: MultiThreadedEventLoopGroup.singleton.next()
    )
  }

  deinit {
    subchannel.post(.close(nil))
  }

  /// Takes no new calls, waits for those in progress, and closes the connection. If the waiting task is cancelled, calls
  /// in progress end with UNAVAILABLE.
  public func close() async {
    await withTaskCancellationHandler {
      await withUnsafeContinuation { subchannel.post(.close($0)) }
    } onCancel: {
      subchannel.post(.closeNow)
    }
  }

  /// Makes a call with one request and one response; see `RPCChannel`.
  public func unary(
    _ method: RPCMethod,
    request: ByteBuffer,
    options: CallOptions
  ) async throws(RPCError) -> ClientReply {
    let configuration = subchannel.configuration
    try MessageFramer.check(
      request,
      maximum: options.maximumRequestBytes ?? configuration.messages.maximumSendBytes
    )
    let call = UnaryCall(
      method,
      request: compress(request, options),
      options: options,
      deadline: try deadline(options),
      subchannel: subchannel
    )
    let outcome = await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        call.continuation = continuation
        subchannel.post(.start(call))
      }
    } onCancel: {
      subchannel.post(.cancel(call))
    }
    return try outcome.get()
  }

  /// Starts any other call; see `RPCChannel`.
  public func makeStream(_ method: RPCMethod, request: ByteBuffer?, options: CallOptions) -> any ClientStream {
    do throws(RPCError) {
      let configuration = subchannel.configuration
      if let request {
        try MessageFramer.check(
          request,
          maximum: options.maximumRequestBytes ?? configuration.messages.maximumSendBytes
        )
      }
      let call = StreamingCall(
        method,
        request: request.map { compress($0, options) },
        options: options,
        deadline: try deadline(options),
        subchannel: subchannel
      )
      subchannel.post(.start(call))
      return call
    } catch {
      return FailedStream(error)
    }
  }

  private func compress(_ request: ByteBuffer, _ options: CallOptions) -> ByteBuffer {
    MessageCompression.compress(request, with: options.compression ?? subchannel.configuration.compression)
  }

  private func deadline(_ options: CallOptions) throws(RPCError) -> Deadline? {
    let deadline = options.effectiveDeadline(defaultTimeout: subchannel.configuration.defaultTimeout)
    guard deadline?.hasPassed != true else {
      throw RPCError(code: .deadlineExceeded, message: "the deadline had passed before the call began")
    }
    return deadline
  }
}
