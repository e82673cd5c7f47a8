/// A server that a test can stop and start again, at the same address and with what it had stored.
protocol TestServer: Sendable {
  /// Listens; the port is the same each time.
  func start() async throws -> Int
  /// Cuts all connections and stops listening.
  func stop() async throws
  /// Ends it for good.
  func shutDown() async throws
}
