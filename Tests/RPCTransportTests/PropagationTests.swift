internal import RPCCore
internal import RPCTransport
internal import Testing

/// A handler that calls another server: deadline and cancellation go with the call.
@Suite("Calls made by handlers", .timeLimit(.minutes(1)))
struct PropagationTests {
  /// Says how much time a call has, in milliseconds, or "none".
  private struct BackService: RPCService {
    static let time = MethodDescriptor<Payload, Payload>(service: "test.Back", name: "Time", kind: .unary)
    static let wait = MethodDescriptor<Payload, Payload>(service: "test.Back", name: "Wait", kind: .unary)
    static let stream = MethodDescriptor<Payload, Payload>(
      service: "test.Back",
      name: "Stream",
      kind: .bidirectionalStreaming
    )
    static let serviceDescriptor = ServiceDescriptor(
      name: "test.Back",
      methods: [time.method, wait.method, stream.method]
    )

    let probe: Probe

    func register(in router: inout RPCRouter) {
      router.unary(Self.time) { _, context in
        Payload(context.deadline.map { "\(Int($0.remaining / .milliseconds(1)))" } ?? "none")
      }
      router.unary(Self.wait) { request, context in
        probe.report("started")
        do { try await Task.sleep(for: .seconds(600)) } catch {
          probe.report("cancelled")
          throw error
        }
        return request
      }
      router.bidirectionalStreaming(Self.stream) { requests, _, _ in
        probe.report("started")
        do { for try await _ in requests {} } catch {
          probe.report("cancelled")
          throw error
        }
      }
    }
  }

  private static let front = MethodDescriptor<Payload, Payload>(service: "test.Front", name: "Call", kind: .unary)

  /// Runs a server whose one method is `handler`, given a channel to the back server, and a client of it.
  private static func withFront(
    _ probe: Probe = Probe(),
    interceptors: [any ClientInterceptor] = [],
    handler: @escaping @Sendable (any RPCChannel) async throws -> Payload,
    _ body: (any RPCChannel) async throws -> Void
  ) async throws {
    let back = RPCServer(services: [BackService(probe: probe)])
    let running = Task { try await back.run() }
    let inner = ClientChannel(target: try await back.addresses[0])
    let channel: any RPCChannel = interceptors.isEmpty ? inner : inner.intercepted(by: interceptors)
    var router = RPCRouter()
    router.unary(front) { _, _ in try await handler(channel) }
    let server = RPCServer(router: router)
    let serving = Task { try await server.run() }
    let outer = ClientChannel(target: try await server.addresses[0])
    try await body(outer)
    await outer.close()
    await inner.close()
    for task in [running, serving] {
      task.cancel()
      try await task.value
    }
  }

  /// The caller's timeout, the handler's own, and what the back server may see at most; all in seconds.
  @Test(
    arguments: [(100, nil, 100), (100, 50, 50), (50, 100, 50), (nil, 50, 50), (nil, nil, nil)] as [(Int?, Int?, Int?)]
  )
  func theEarlierDeadlineHolds(caller: Int?, own: Int?, most: Int?) async throws {
    let options = CallOptions(timeout: own.map { .seconds($0) })
    try await Self.withFront(handler: { try await $0.unary(BackService.time, Payload(), options: options) }) { client in
      let outer = CallOptions(timeout: caller.map { .seconds($0) })
      let text = try await client.unary(Self.front, Payload(), options: outer).text
      if let most {
        let left = try #require(Int(text))
        #expect(left <= most * 1_000 && left > most * 1_000 - 40_000)
      } else {
        #expect(text == "none")
      }
    }
  }

  @Test func aTaskOfTheHandlerKeepsTheDeadlineADetachedOneDoesNot() async throws {
    try await Self.withFront(handler: { channel in
      let task = Task { try await channel.unary(BackService.time, Payload()) }
      let detached = Task.detached { try await channel.unary(BackService.time, Payload()) }
      let free = try await channel.unary(BackService.time, Payload(), options: CallOptions(followsServerCall: false))
      return Payload("\(try await task.value.text == "none") \(try await detached.value.text) \(free.text)")
    }) { client in
      let options = CallOptions(timeout: .seconds(100))
      let text = try await client.unary(Self.front, Payload(), options: options).text
      #expect(text == "false none none")
    }
  }

  @Test func streamsAndInterceptedCallsKeepTheDeadline() async throws {
    struct Passing: ClientInterceptor {}
    let time = MethodDescriptor<Payload, Payload>(service: "test.Back", name: "Time", kind: .serverStreaming)
    try await Self.withFront(
      interceptors: [Passing()],
      handler: { channel in
        for try await message in channel.serverStreaming(time, Payload()) { return message }
        return Payload()
      }
    ) { client in
      let options = CallOptions(timeout: .seconds(100))
      let text = try await client.unary(Self.front, Payload(), options: options).text
      #expect(text != "none")
    }
  }

  @Test func cancellingTheCallCancelsTheUnaryCallThatItWaitsFor() async throws {
    let probe = Probe()
    try await Self.withFront(probe, handler: { try await $0.unary(BackService.wait, Payload()) }) { client in
      let call = Task { try await client.unary(Self.front, Payload()) }
      await probe.wait(for: "started")
      call.cancel()
      await probe.wait(for: "cancelled")
      #expect(await rpcError { try await call.value }?.code == .cancelled)
    }
  }

  @Test func cancellingTheCallCancelsAStreamThatNoOneReads() async throws {
    let probe = Probe()
    try await Self.withFront(
      probe,
      handler: { channel in
        let stream = channel.bidirectionalStreaming(BackService.stream)
        // Does not notice its cancellation, and keeps the stream.
        await probe.wait(for: "cancelled")
        stream.finishSending()
        return Payload()
      }
    ) { client in
      let call = Task { try await client.unary(Self.front, Payload()) }
      await probe.wait(for: "started")
      call.cancel()
      await probe.wait(for: "cancelled")
      #expect(await rpcError { try await call.value }?.code == .cancelled)
    }
  }

  @Test func theDeadlineOfTheCallEndsTheOneThatItMakes() async throws {
    let probe = Probe()
    try await Self.withFront(probe, handler: { try await $0.unary(BackService.wait, Payload()) }) { client in
      var timeout = Duration.milliseconds(300)
      // On a busy machine the time may be up before the call that it makes has come through.
      repeat {
        let options = CallOptions(timeout: timeout)
        let error = await rpcError { try await client.unary(Self.front, Payload(), options: options) }
        #expect(error?.code == .deadlineExceeded)
        timeout *= 2
      } while probe.count(of: "started") == 0
      await probe.wait(for: "cancelled")
    }
  }
}
