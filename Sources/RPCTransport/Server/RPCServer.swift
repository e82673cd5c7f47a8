internal import NIOCore
internal import NIOPosix
public import RPCCore
public import ServiceLifecycle

/// A gRPC server: services and a configuration, run as a `Service` of ServiceLifecycle.
///
/// A graceful shutdown (SIGTERM under a `ServiceGroup`) lets calls in progress finish, see
/// ``ServerConfiguration/drainTimeout``; cancelling the task that runs the server ends them at once.
public final class RPCServer: Service {
  let router: RPCRouter
  let configuration: ServerConfiguration
  let connections: ServerConnections
  let tls: TLSContexts?
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
    connections = ServerConnections(configuration: configuration)
    tls = configuration.tls?.contexts
  }

  /// Where the server listens, once it does: the configured addresses with the ports that were taken.
  ///
  /// Waits for ``run()``; throws the error with which listening failed.
  public var addresses: [SocketTarget] {
    get async throws { try await bound.value() }
  }

  /// Serves until a graceful shutdown or the cancellation of the task. May be called once.
  ///
  /// - Throws: an `IOError` or ``ListenError`` where an address cannot be listened at, ``TLSFileError`` where a file of
  ///   ``ServerConfiguration/tls`` cannot be used.
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
}
