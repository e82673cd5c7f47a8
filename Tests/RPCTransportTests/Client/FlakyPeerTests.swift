internal import RPCCore
internal import RPCTransport
internal import Testing

/// Retries against grpcio, which sends a failure without a response as Trailers-Only and pushback as trailing metadata.
@Suite("Retries of calls to grpcio", .serialized)
struct FlakyPeerTests {
  private let flaky = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "Flaky", kind: .unary)
  private let stream = MethodDescriptor<Payload, Payload>(
    service: "test.Echo",
    name: "FlakyStream",
    kind: .clientStreaming
  )

  @Test func aCallThatFailsTwiceSucceeds() async throws {
    let server = try Program(python: "flaky_server.py")
    defer { server.stop() }
    let port = await server.firstLine()
    var configuration = ClientConfiguration()
    configuration.serviceConfig = try ServiceConfig(
      json: """
        {"methodConfig": [{"name": [{"service": "test.Echo"}], "retryPolicy": {"maxAttempts": 4,
         "initialBackoff": "0.001s", "maxBackoff": "0.01s", "backoffMultiplier": 2, "retryableStatusCodes": ["UNAVAILABLE"]}}]}
        """
    )
    let channel = try ClientChannel(target: "ipv4:127.0.0.1:\(port)", configuration: configuration)
    #expect(try await channel.unary(flaky, Payload("a 2")).text == "3")
    #expect(try await channel.unary(flaky, Payload("b 3 0")).text == "4")
    #expect(await rpcError { try await channel.unary(flaky, Payload("c 4")) }?.message == "call 4")
    #expect(await rpcError { try await channel.unary(flaky, Payload("d 1 -1")) }?.message == "call 1")
    let call = channel.clientStreaming(stream)
    try await call.send(Payload("e"))
    try await call.send(Payload("1"))
    #expect(try await call.finish().text == "2")
    await channel.close()
  }
}
