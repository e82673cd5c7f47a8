internal import Foundation
internal import RPCCore
internal import RPCTransport

/// Runs a server with a service on any free port while `body` runs.
func withServer<Result: Sendable>(
  _ service: EchoService = EchoService(),
  configure: (inout ServerConfiguration) -> Void = { _ in },
  _ body: (SocketTarget, RPCServer) async throws -> Result
) async throws -> Result {
  var configuration = ServerConfiguration()
  configuration.eventLoops = 3
  configure(&configuration)
  let server = RPCServer(services: [service], configuration: configuration)
  let running = Task { try await server.run() }
  do {
    let target = try await server.addresses[0]
    let result = try await body(target, server)
    running.cancel()
    try await running.value
    return result
  } catch {
    running.cancel()
    try? await running.value
    throw error
  }
}

/// Runs a server and a client of it while `body` runs.
func withClient<Result: Sendable>(
  _ service: EchoService = EchoService(),
  server: (inout ServerConfiguration) -> Void = { _ in },
  client: (inout ClientConfiguration) -> Void = { _ in },
  _ body: (ClientChannel) async throws -> Result
) async throws -> Result {
  try await withServer(service, configure: server) { target, _ in
    var configuration = ClientConfiguration()
    client(&configuration)
    let channel = ClientChannel(target: target, configuration: configuration)
    let result = try await body(channel)
    await channel.close()
    return result
  }
}

/// The error that a call is expected to end with.
func rpcError(_ body: () async throws -> some Sendable) async -> RPCError? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? RPCError
  }
}
