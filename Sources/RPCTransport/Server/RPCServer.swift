internal import NIOCore
internal import NIOPosix
public import RPCCore
public import ServiceLifecycle

/// A gRPC server: services and a configuration, run as a `Service` of ServiceLifecycle.
///
/// A graceful shutdown (SIGTERM under a `ServiceGroup`) lets calls in progress finish, see
/// ``ServerConfiguration/drainTimeout``; cancelling the task that runs the server ends them at once.
public final class RPCServer: Service {
  private let router: RPCRouter
  private let configuration: ServerConfiguration
  private let connections = ServerConnections()
  private let bound = BoundAddresses()

  /// A server of these services, whose calls pass through the interceptors, the first one outermost.
  public convenience init(
    services: [any RPCService],
    interceptors: [any ServerInterceptor] = [],
    configuration: ServerConfiguration = ServerConfiguration()
  ) {
    var router = RPCRouter(interceptors: interceptors)
    for service in services { router.register(service) }
    self.init(router: router, configuration: configuration)
  }

  /// A server of what is registered in a router.
  public init(router: RPCRouter, configuration: ServerConfiguration = ServerConfiguration()) {
    self.router = router
    self.configuration = configuration
  }

  /// Where the server listens, once it does: the configured addresses with the ports that were taken.
  ///
  /// Waits for ``run()``; throws the error with which listening failed.
  public var addresses: [SocketTarget] {
    get async throws { try await bound.value() }
  }

  /// Serves until a graceful shutdown or the cancellation of the task. May be called once.
  ///
  /// - Throws: an `IOError` where an address cannot be listened at.
  public func run() async throws {
    let ownGroup = configuration.eventLoops.map { MultiThreadedEventLoopGroup(numberOfThreads: $0) }
    let group = ownGroup ?? MultiThreadedEventLoopGroup.singleton
    await withTaskCancellationOrGracefulShutdownStages {
      do {
        let targets = try await listen(on: group)
        bound.complete(.success(targets))
      } catch {
        bound.complete(.failure(error))
        enter(.closing)
      }
      await connections.waitUntilOver()
    }
    // Handlers that still run need their event loop.
    if !connections.wasAbandoned { try await ownGroup?.shutdownGracefully() }
    _ = try await bound.value()
  }

  /// Begins a graceful shutdown, as SIGTERM does; ``run()`` returns when it is over.
  public func beginGracefulShutdown() {
    enter(.draining)
  }

  /// Goes on to a stage of the shutdown, and to the next one when its time is up.
  private func enter(_ stage: ServerConnections.Stage) {
    connections.enter(stage)
    let next: (stage: ServerConnections.Stage, wait: Duration)? =
      switch stage {
      case .draining: (.closing, configuration.drainTimeout)
      case .closing: (.abandoning, configuration.cancellationTimeout)
      case .running, .abandoning: nil
      }
    guard let next else { return }
    MultiThreadedEventLoopGroup.singleton.next().scheduleTask(in: TimeAmount(next.wait)) { self.enter(next.stage) }
  }

  private func withTaskCancellationOrGracefulShutdownStages(_ body: () async -> Void) async {
    await withGracefulShutdownHandler {
      await withTaskCancellationHandler {
        await body()
      } onCancel: {
        enter(.closing)
      }
    } onGracefulShutdown: {
      self.beginGracefulShutdown()
    }
  }

  private func listen(on group: MultiThreadedEventLoopGroup) async throws -> [SocketTarget] {
    let batches = Dictionary(
      uniqueKeysWithValues: group.makeIterator().map { (ObjectIdentifier($0), LoopBatch(loop: $0)) }
    )
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: configuration.backlog)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { [router, configuration, connections] channel in
        channel.eventLoop.makeCompletedFuture {
          let batch = batches[ObjectIdentifier(channel.eventLoop)] ?? LoopBatch(loop: channel.eventLoop)
          let connection = try ServerConnection(
            channel: channel,
            batch: batch,
            router: router,
            configuration: configuration,
            connections: connections
          )
          channel.watchForDeadPeer()
          try channel.pipeline.syncOperations.addHandler(connection)
        }
      }
    var targets: [SocketTarget] = []
    for target in configuration.listen {
      let channel =
        switch target {
        case .tcp(let host, let port): try await bootstrap.bind(host: host, port: port).get()
        case .unix(let path):
          try await bootstrap.bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
        }
      connections.listen(channel)
      targets.append(SocketTarget(channel.localAddress) ?? target)
    }
    return targets
  }
}
