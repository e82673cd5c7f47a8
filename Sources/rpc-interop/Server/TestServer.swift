internal import Foundation
internal import RPCCore
internal import RPCServices
internal import RPCTransport
internal import ServiceLifecycle

/// The test service with health and reflection, put together with its transport.
struct TestServer: Service {
  private let health = HealthService()
  private let server: RPCServer

  init(listen: SocketTarget, tls: ServerTLS?) throws {
    var router = RPCRouter()
    router.register(TestServiceHandlers())
    router.register(health)
    try router.registerReflection(FileDescriptors.all)
    var configuration = ServerConfiguration(listen: [listen])
    configuration.tls = tls
    server = RPCServer(router: router, configuration: configuration)
  }

  /// Serves until a graceful shutdown.
  func run() async throws {
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        for address in try await server.addresses {
          health.startServing([TestServiceHandlers.serviceDescriptor])
          FileHandle.standardOutput.write(Data("ready \(address)\n".utf8))
        }
        try await group.waitForAll()
      }
    } onGracefulShutdown: {
      health.stopServing()
    }
  }
}
