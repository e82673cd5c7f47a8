internal import Foundation
internal import Logging
internal import RPCCore
internal import RPCServices
internal import RPCTransport
internal import RedSailAPI
internal import RedSailService
internal import RedSailStore
internal import ServiceLifecycle

/// Store, services and transport of one server, put together.
struct ServerProcess: Service {
  private let store: SQLiteStore
  private let services: RedSailServices
  private let health = HealthService()
  private let server: RPCServer
  private let logger: Logger

  /// Opens the store and prepares the server; `run` starts to listen. Throws `Failure` where the directory cannot be
  /// made, `StoreError` where it cannot be used.
  init(listen: SocketTarget, directory: String, logger: Logger) async throws {
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory), !isDirectory.boolValue {
      throw Failure("\(directory) is not a directory")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: directory,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      let reason = cause.map { ": " + String(cString: strerror(Int32($0.code))) } ?? ""
      throw Failure("cannot make the data directory \(directory)\(reason)")
    }
    store = try SQLiteStore(directory: directory, schema: RedSailServices.storeSchema)
    services = try await RedSailServices(store: store)
    var router = RPCRouter(
      interceptors: [ServerMetricsInterceptor(), LoggingInterceptor(logger: logger), UndecodableRequests()]
    )
    services.register(in: &router)
    router.register(health)
    try router.registerReflection(RedSailAPI.FileDescriptors.all)
    server = RPCServer(router: router, configuration: ServerConfiguration(listen: [listen]))
    self.logger = logger
  }

  /// Serves until a graceful shutdown; the store is closed last.
  func run() async throws {
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask {
          await cancelWhenGracefulShutdown { await CalendarWatch(services: services, logger: logger).run() }
        }
        for address in try await server.addresses {
          health.startServing(services.services.map { type(of: $0).serviceDescriptor })
          FileHandle.standardOutput.write(Data("ready \(address)\n".utf8))
          logger.info("serving", metadata: ["address": "\(address)"])
        }
        try await group.waitForAll()
      }
    } onGracefulShutdown: {
      logger.info("draining")
      health.stopServing()
      services.beginDrain()
    }
    try await store.close()
    logger.info("stopped")
  }
}
