internal import Foundation
internal import RPCTransport
internal import RedSailService
internal import RedSailStore

/// RedSail's own services over SQLite and TCP, in this process.
actor RedSailServer: TestServer {
  private let directory: String
  private var port = 0
  private var running: (store: SQLiteStore, services: RedSailServices, server: RPCServer, task: Task<Void, any Error>)?

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("redsail-client-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    directory = url.path
  }

  func start() async throws -> Int {
    let store = try SQLiteStore(directory: directory, schema: RedSailServices.storeSchema)
    let services = try await RedSailServices(store: store)
    let configuration = ServerConfiguration(listen: [.tcp(host: "127.0.0.1", port: port)])
    let server = RPCServer(services: services.services, configuration: configuration)
    let task = Task { try await server.run() }
    running = (store, services, server, task)
    if case .tcp(_, let port) = try await server.addresses.first { self.port = port }
    return port
  }

  func stop() async throws {
    guard let (store, _, _, task) = running else { return }
    task.cancel()
    try await task.value
    try await store.close()
    running = nil
  }

  /// Stops as SIGTERM does: calls under way may end, long streams are told to resume elsewhere.
  func drain() async throws {
    guard let (store, services, server, task) = running else { return }
    services.beginDrain()
    server.beginGracefulShutdown()
    try await task.value
    try await store.close()
    running = nil
  }

  func shutDown() async throws {
    try await stop()
    try FileManager.default.removeItem(atPath: directory)
  }
}
