internal import ProtobufRuntime
internal import RPCCore

/// What the server under test serves.
struct ConformanceService: RPCService {
  /// Gives the request back.
  static let echo = MethodDescriptor<BytesValue, BytesValue>(service: "test.Conformance", name: "Echo", kind: .unary)
  /// Gives each request back at once.
  static let chat = MethodDescriptor<BytesValue, BytesValue>(
    service: "test.Conformance",
    name: "Chat",
    kind: .bidirectionalStreaming
  )

  static let serviceDescriptor = ServiceDescriptor(name: "test.Conformance", methods: [echo.method, chat.method])

  func register(in router: inout RPCRouter) {
    router.unary(Self.echo) { request, _ in request }
    router.bidirectionalStreaming(Self.chat) { requests, responses, _ in
      for try await request in requests { try await responses.write(request) }
    }
  }
}
