internal import RPCCore
internal import RPCTransport

/// Plays the cases against one server. A case that passes returns; any other throws what was expected and what came.
struct CasePlayer {
  let target: SocketTarget
  let tls: ClientTLS?
  let soak: SoakOptions

  /// No case may hang, whatever the server does.
  private static let timeout = Duration.seconds(60)

  func play(_ testCase: TestCase) async throws {
    try await withChannel { channel in try await play(testCase, on: channel) }
  }

  private func play(_ testCase: TestCase, on channel: ClientChannel) async throws {
    let service = TestServiceClient(channel)
    switch testCase {
    case .emptyUnary: try await emptyUnary(service)
    case .largeUnary: try await largeUnary(service)
    case .clientCompressedUnary: try await clientCompressedUnary(service)
    case .serverCompressedUnary: try await serverCompressedUnary(service)
    case .clientStreaming: try await clientStreaming(service)
    case .clientCompressedStreaming: try await clientCompressedStreaming(service)
    case .serverStreaming: try await serverStreaming(service)
    case .serverCompressedStreaming: try await serverCompressedStreaming(service)
    case .pingPong: try await pingPong(service)
    case .emptyStream: try await emptyStream(service)
    case .customMetadata: try await customMetadata(service)
    case .statusCodeAndMessage: try await statusCodeAndMessage(service)
    case .specialStatusMessage: try await specialStatusMessage(service)
    case .unimplementedMethod: try await unimplementedMethod(service)
    case .unimplementedService: try await unimplementedService(UnimplementedServiceClient(channel))
    case .cancelAfterBegin: try await cancelAfterBegin(service)
    case .cancelAfterFirstResponse: try await cancelAfterFirstResponse(service)
    case .timeoutOnSleepingServer: try await timeoutOnSleepingServer(service)
    case .rpcSoak: try await rpcSoak(service)
    case .channelSoak: try await channelSoak()
    }
  }

  /// Runs the body with a channel of its own, and closes it.
  func withChannel<Result>(_ body: (ClientChannel) async throws -> Result) async throws -> Result {
    var configuration = ClientConfiguration()
    configuration.defaultTimeout = Self.timeout
    configuration.tls = tls
    let channel = ClientChannel(target: target, configuration: configuration)
    do {
      let result = try await body(channel)
      await channel.close()
      return result
    } catch {
      await channel.close()
      throw error
    }
  }

  func expect(_ condition: Bool, _ message: @autoclosure () -> String) throws(Failure) {
    guard condition else { throw Failure(message()) }
  }

  /// A payload must be there, of this size and all zero.
  func expect(_ payload: Payload?, size: Int) throws(Failure) {
    let body = payload?.body ?? []
    try expect(body.count == size, "expected a payload of \(size) bytes, came \(body.count)")
    try expect(body.allSatisfy { $0 == 0 }, "the payload of \(size) bytes is not all zero")
  }

  /// The call must fail with this code, and with this message where one is given.
  func expect<Result>(
    _ code: StatusCode,
    _ message: String? = nil,
    from call: () async throws(RPCError) -> Result
  ) async throws(Failure) {
    guard let error = await Self.error(of: call) else { throw Failure("expected the status \(code.name), came OK") }
    try expect(error.code == code, "expected the status \(code.name), came \(error)")
    if let message {
      try expect(
        error.message == message,
        "expected the message \(message.debugDescription), came \(error.message.debugDescription)"
      )
    }
  }

  private static func error<Result>(of call: () async throws(RPCError) -> Result) async -> RPCError? {
    do throws(RPCError) {
      _ = try await call()
      return nil
    } catch {
      return error
    }
  }
}
