internal import Logging
internal import RPCTransport
internal import ServiceLifecycle

/// A server that opens its store when it is run: signals are heeded from then on, also while a large log is recovered.
struct StartingServer: Service {
  let listen: SocketTarget
  let directory: String
  let logger: Logger

  /// Opens the store and serves.
  func run() async throws {
    try await ServerProcess(listen: listen, directory: directory, logger: logger).run()
  }
}
