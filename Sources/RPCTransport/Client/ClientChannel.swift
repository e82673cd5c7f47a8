public import NIOCore
internal import NIOPosix
public import RPCCore

/// A client's way to a service: the addresses of its name, connections to them that are made when calls need them and made
/// anew after they broke, and a policy that says which of them takes a call.
///
/// Calls may come from any thread. Those that the servers have no room for (their limits of concurrent streams) wait.
/// Letting go of the channel closes it as ``close()`` does, without waiting. All connections of a channel are on one event
/// loop; a program that needs more than one core makes several channels.
public final class ClientChannel: RPCChannel {
  private let core: ChannelCore

  /// A channel to a target as gRPC writes it (grpc/doc/naming.md): `host[:port]` or `dns:///host[:port]`,
  /// `ipv4:address[:port],…`, `ipv6:[address]:port,…`, `unix:path` or `unix:///path`; the default port is 443.
  ///
  /// Nothing is sent before the first call. Throws INVALID_ARGUMENT for a target that cannot be read.
  public convenience init(
    target: String,
    configuration: ClientConfiguration = ClientConfiguration()
  ) throws(RPCError) {
    let text = try TargetText(target)
    self.init(text.target, authority: text.authority, configuration)
  }

  /// A channel to a host and port or a socket in the file system; nothing is sent before the first call.
  public convenience init(target: SocketTarget, configuration: ClientConfiguration = ClientConfiguration()) {
    self.init(ClientTarget(target), authority: target.authority, configuration)
  }

  /// A channel to the addresses that a resolver of your own finds. `authority` is the name of the service, as calls send it
  /// and errors show it.
  public convenience init(
    resolver: any NameResolver,
    authority: String,
    configuration: ClientConfiguration = ClientConfiguration()
  ) {
    self.init(.resolver(resolver, name: authority), authority: authority, configuration)
  }

  private init(_ target: ClientTarget, authority: String, _ configuration: ClientConfiguration) {
    core = ChannelCore(
      target: target,
      authority: authority,
      configuration: configuration,
      loop: MultiThreadedEventLoopGroup.singleton.next()
    )
  }

  deinit {
    core.post(.close(nil))
  }

  /// Takes no new calls, waits for those in progress, and closes the connections. If the waiting task is cancelled, calls
  /// in progress end with UNAVAILABLE.
  public func close() async {
    await withTaskCancellationHandler {
      await withUnsafeContinuation { core.post(.close($0)) }
    } onCancel: {
      core.post(.closeNow)
    }
  }

  // MARK: Connectivity

  /// Whether the service can be reached now.
  public var connectivity: ConnectivityState { core.connectivity.current }

  /// The state now and each change of it, to the end with SHUTDOWN. A reader that stays behind loses the oldest changes.
  public func connectivityChanges() -> AsyncStream<ConnectivityState> { core.connectivity.changes() }

  /// Makes a connection if there is none and none is being made, without a call.
  public func connect() {
    core.post(.connect)
  }

  // MARK: Calls

  /// Makes a call with one request and one response; see `RPCChannel`.
  public func unary(
    _ method: RPCMethod,
    request: ByteBuffer,
    options: CallOptions
  ) async throws(RPCError) -> ClientReply {
    var options = options
    let repetition = configure(&options, for: method)
    try check(request, options)
    let deadline = try deadline(options)
    if case .hedging(let policy) = repetition {
      return try await hedge(method, request, options, deadline, policy).singleReply()
    }
    let call = UnaryCall(method, request: compress(request, options), options: options, deadline: deadline, core: core)
    call.retry = retry(repetition)
    let outcome = await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        call.continuation = continuation
        core.post(.start(call))
      }
    } onCancel: {
      core.post(.cancel(call))
    }
    return try outcome.get()
  }

  /// Starts any other call; see `RPCChannel`.
  public func makeStream(_ method: RPCMethod, request: ByteBuffer?, options: CallOptions) -> any ClientStream {
    var options = options
    let repetition = configure(&options, for: method)
    do throws(RPCError) {
      if let request { try check(request, options) }
      let deadline = try deadline(options)
      if case .hedging(let policy) = repetition { return hedge(method, request, options, deadline, policy) }
      let request = request.map { compress($0, options) }
      let call = StreamingCall(method, request: request, options: options, deadline: deadline, core: core)
      call.retry = retry(repetition)
      core.post(.start(call))
      return call
    } catch {
      return FailedStream(error)
    }
  }

  /// Adds what the service config says of the method.
  private func configure(
    _ options: inout CallOptions,
    for method: RPCMethod
  ) -> ServiceConfig.Method.Repetition? {
    guard let settings = core.settings[method] else { return nil }
    options = options.applying(settings)
    return core.configuration.maximumAttempts > 1 ? settings.repetition : nil
  }

  private func retry(_ repetition: ServiceConfig.Method.Repetition?) -> CallRetry? {
    guard case .retry(let policy) = repetition else { return nil }
    return CallRetry(policy, maximumAttempts: core.configuration.maximumAttempts)
  }

  private func hedge(
    _ method: RPCMethod,
    _ request: ByteBuffer?,
    _ options: CallOptions,
    _ deadline: Deadline?,
    _ policy: ServiceConfig.HedgingPolicy
  ) -> HedgedCall {
    let call = HedgedCall(
      method,
      request: request.map { compress($0, options) },
      options: options,
      deadline: deadline,
      policy: policy,
      core: core
    )
    core.post(.hedged(call, .start))
    return call
  }

  private func compress(_ request: ByteBuffer, _ options: CallOptions) -> ByteBuffer {
    MessageCompression.compress(request, with: options.compression ?? core.configuration.compression)
  }

  private func check(_ request: ByteBuffer, _ options: CallOptions) throws(RPCError) {
    try MessageFramer.check(
      request,
      maximum: options.maximumRequestBytes ?? core.configuration.messages.maximumSendBytes
    )
  }

  private func deadline(_ options: CallOptions) throws(RPCError) -> Deadline? {
    let deadline = options.effectiveDeadline(defaultTimeout: core.configuration.defaultTimeout)
    guard deadline?.hasPassed != true else {
      throw RPCError(code: .deadlineExceeded, message: "the deadline had passed before the call began")
    }
    return deadline
  }
}
