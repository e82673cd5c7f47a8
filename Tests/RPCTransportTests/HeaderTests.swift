internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

/// Shows a caller what its headers have come as.
private struct HeadersService: RPCService {
  static let show = MethodDescriptor<Payload, Payload>(service: "test.Headers", name: "Show", kind: .unary)
  static let fail = MethodDescriptor<Payload, Payload>(service: "test.Headers", name: "Fail", kind: .unary)
  static let serviceDescriptor = ServiceDescriptor(name: "test.Headers", methods: [show.method, fail.method])

  func register(in router: inout RPCRouter) {
    router.unary(Self.show) { _, context in
      let values = context.metadata.values(for: "x-bin").map { "\($0)" }
      return Payload("attempt \(context.previousAttempts) \(values.joined(separator: " "))")
    }
    router.unary(Self.fail) { _, context in
      context.setRetryPushback(.milliseconds(1_500))
      throw RPCError(code: .unavailable, message: " later ")
    }
  }
}

extension PeerTests {
  @Test func headersAndTrailersOfAGrpcioClient() async throws {
    let server = RPCServer(services: [HeadersService()])
    let running = Task { try await server.run() }
    defer { running.cancel() }
    let output = try await Program(python: "headers_client.py", "\(try await server.addresses[0])").result()
    let json = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    #expect(json["first"] as? String == "attempt 0 ")
    #expect(json["padded"] as? String == "attempt 0 binary([1]) binary([2, 3])")
    #expect(json["attempts"] as? String == "attempt 2 ")
    let one = "attempt 0 binary([1])"
    #expect(json["binary"] as? [String] == [one, one, one + " binary([2, 3])", one + " binary([2, 3])"])
    #expect(json["message"] as? [String] == ["UNAVAILABLE", " later "])
    #expect(json["pushback"] as? String == "1500")
    #expect(json["escaped"] as? String == "%20later%20")
  }

  @Test func aCallerReadsThePushback() async throws {
    var router = RPCRouter()
    router.register(HeadersService())
    let error = await rpcError { try await InProcessChannel(router: router).unary(HeadersService.fail, Payload()) }
    #expect(error?.metadata["grpc-retry-pushback-ms"] == "1500")
  }
}
