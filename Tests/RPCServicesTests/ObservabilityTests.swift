internal import Logging
internal import MetricsTestKit
internal import RPCCore
internal import RPCServices
internal import RPCTransport
internal import Synchronization
internal import Testing

@Suite struct ObservabilityTests {
  static let dimensions = [
    ("grpc_type", "unary"), ("grpc_service", "grpc.health.v1.Health"), ("grpc_method", "Check"),
  ]

  static func client(server: [any ServerInterceptor] = [], client: [any ClientInterceptor] = []) -> HealthClient {
    let health = HealthService()
    health.startServing([])
    var router = RPCRouter(interceptors: server)
    router.register(health)
    return HealthClient(InProcessChannel(router: router).intercepted(by: client))
  }

  @Test(arguments: ["server", "client"])
  func countsCallsOnEitherSide(side: String) async throws {
    let metrics = TestMetrics()
    let client =
      side == "server"
      ? Self.client(server: [ServerMetricsInterceptor(factory: metrics)])
      : Self.client(client: [ClientMetricsInterceptor(factory: metrics)])
    _ = try await client.check(HealthCheckRequest())
    _ = try await client.check(HealthCheckRequest())
    _ = await #expect(throws: RPCError.self) { try await client.check(.with { $0.service = "nope" }) }

    func counter(_ name: String, _ more: [(String, String)] = []) throws -> Int64 {
      try metrics.expectCounter("grpc_\(side)_\(name)", Self.dimensions + more).totalValue
    }
    #expect(try counter("started_total") == 3)
    #expect(try counter("handled_total", [("grpc_code", "OK")]) == 2)
    #expect(try counter("handled_total", [("grpc_code", "NOT_FOUND")]) == 1)
    let incoming =
      side == "server" ? ("msg_received_total", "msg_sent_total") : ("msg_sent_total", "msg_received_total")
    #expect(try counter(incoming.0) == 3)
    #expect(try counter(incoming.1) == 2)
    let seconds = try metrics.expectRecorder("grpc_\(side)_handling_seconds", Self.dimensions)
    #expect(seconds.values.count == 3 && seconds.values.allSatisfy { $0 >= 0 && $0 < 60 })
    // A status is two bytes; the failed call sent none.
    let sizes = try metrics.expectRecorder(
      "grpc_\(side)_call_\(side == "server" ? "sent" : "received")_bytes",
      Self.dimensions
    )
    #expect(sizes.values == [2, 2, 0])
    #expect(try metrics.expectMeter("grpc_\(side)_active_calls", Self.dimensions).values.last == 0)
  }

  @Test func logsEachCallWithoutItsMetadata() async throws {
    let lines = Mutex<[String]>([])
    let logger = Logger(label: "test") { _ in
      LineHandler { line in lines.withLock { $0.append(line) } }
    }
    let client = Self.client(server: [LoggingInterceptor(logger: logger)])
    var options = CallOptions()
    try options.metadata.add("Bearer secret", for: "authorization")
    _ = try await client.check(HealthCheckRequest(), options: options)
    _ = await #expect(throws: RPCError.self) { try await client.check(.with { $0.service = "nope" }) }
    let logged = lines.withLock { $0 }
    try #require(logged.count == 2)
    #expect(logged[0].hasPrefix("debug call ended") && logged[0].contains("grpc.code=OK"))
    #expect(logged[0].contains("grpc.method=grpc.health.v1.Health/Check"))
    // What the caller asked for is not repeated: it may be personal data.
    #expect(logged[1].hasPrefix("info call ended") && logged[1].contains("grpc.code=NOT_FOUND"))
    #expect(!logged[1].contains("nope"))
    #expect(!logged.joined().contains("secret"))
  }

  @Test func logsWhatLedToAnInternalError() async throws {
    struct Broken: ServerInterceptor {
      struct Cause: Error {}
      func intercept<Result: Sendable>(
        _ context: ServerContext,
        next: @Sendable () async throws -> Result
      ) async throws -> Result { throw Cause() }
    }
    let lines = Mutex<[String]>([])
    let logger = Logger(label: "test") { _ in
      LineHandler { line in lines.withLock { $0.append(line) } }
    }
    let client = Self.client(server: [LoggingInterceptor(logger: logger), Broken()])
    let error = await #expect(throws: RPCError.self) { try await client.check(HealthCheckRequest()) }
    #expect(error?.message == "internal error")
    let logged = lines.withLock { $0 }
    #expect(logged.count == 1)
    #expect(logged.first?.hasPrefix("error call ended") == true && logged.first?.contains("cause=Cause()") == true)
  }
}

/// Gives each line to a closure: level, message, sorted metadata.
struct LineHandler: LogHandler {
  let write: @Sendable (String) -> Void
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.trace

  init(_ write: @escaping @Sendable (String) -> Void) { self.write = write }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let fields = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
    write("\(event.level) \(event.message) \(fields.joined(separator: " "))")
  }
}
