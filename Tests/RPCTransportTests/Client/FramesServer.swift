internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

/// Runs `frames.py`, an HTTP/2 server by frames, and a channel to it while `body` runs.
func withFrames<Result: Sendable>(
  _ behaviour: String...,
  client: (inout ClientConfiguration) -> Void = { _ in },
  _ body: (ClientChannel) async throws -> Result
) async throws -> Result {
  let server = try Program(Program.python("frames.py") + behaviour)
  defer { server.stop() }
  let port = try #require(Int(await server.firstLine()))
  var configuration = ClientConfiguration()
  client(&configuration)
  return try await body(ClientChannel(target: .tcp(host: "127.0.0.1", port: port), configuration: configuration))
}

extension ClientChannel {
  private static let log = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "Log", kind: .unary)

  /// What `frames.py` has seen, once it is so many events. The call itself is one.
  func events(_ count: Int) async throws -> [String] {
    let text = try await unary(Self.log, Payload("\(count)")).text
    return try JSONDecoder().decode([String].self, from: Data(text.utf8))
  }
}
