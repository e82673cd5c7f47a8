internal import Logging
internal import RPCCore
internal import RPCTransport
internal import ServiceLifecycle
internal import Testing

@Suite("Shutdown and reconnection")
struct ShutdownTests {
  @Test func aDrainFinishesCallsInProgressAndRefusesNewOnes() async throws {
    let service = EchoService()
    var configuration = ServerConfiguration()
    configuration.eventLoops = 2
    let server = RPCServer(services: [service], configuration: configuration)
    let running = Task { try await server.run() }
    let channel = ClientChannel(target: try await server.addresses[0])
    let call = Task { try await channel.unary(EchoService.gated, Payload("last")) }
    await service.probe.wait(for: "started")
    server.beginGracefulShutdown()

    // The listening socket closes first, then the connection takes no more calls.
    var code: StatusCode?
    while code == nil { code = await rpcError { try await channel.unary(EchoService.echo, Payload("new")) }?.code }
    #expect(code == .unavailable)
    service.probe.report("open")
    #expect(try await call.value.text == "last")
    try await running.value
  }

  @Test func aDrainThatTakesTooLongEndsCallsWithUnavailable() async throws {
    let service = EchoService()
    var configuration = ServerConfiguration()
    configuration.drainTimeout = .milliseconds(100)
    let server = RPCServer(services: [service], configuration: configuration)
    let running = Task { try await server.run() }
    let channel = ClientChannel(target: try await server.addresses[0])
    let call = Task { await rpcError { try await channel.unary(EchoService.wait, Payload()) } }
    await service.probe.wait(for: "started")
    server.beginGracefulShutdown()
    #expect(await call.value?.code == .unavailable)
    await service.probe.wait(for: "cancelled by shutdown")
    try await running.value
  }

  @Test func aServiceGroupDrainsTheServer() async throws {
    let service = EchoService()
    let server = RPCServer(services: [service])
    let group = ServiceGroup(services: [server], logger: Logger(label: "test"))
    let running = Task { try await group.run() }
    let channel = ClientChannel(target: try await server.addresses[0])
    let call = Task { try await channel.unary(EchoService.gated, Payload("last")) }
    await service.probe.wait(for: "started")
    await group.triggerGracefulShutdown()
    service.probe.report("open")
    #expect(try await call.value.text == "last")
    try await running.value
  }

  @Test func anAddressInUseIsReported() async throws {
    try await withServer { target, _ in
      let second = RPCServer(services: [EchoService()], configuration: ServerConfiguration(listen: [target]))
      await #expect(throws: (any Error).self) { try await second.run() }
      await #expect(throws: (any Error).self) { try await second.addresses }
    }
  }

  @Test func withoutAServerCallsFailAtOnceAndNameTheTarget() async throws {
    let target = try await withServer { target, _ in target }
    let channel = ClientChannel(target: target)
    for _ in 0..<3 {
      let error = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
      #expect(error?.code == .unavailable)
      #expect(error?.message.contains("\(target)") == true)
    }
    let deadline = await rpcError {
      try await channel.unary(
        EchoService.echo,
        Payload(),
        options: CallOptions(timeout: .milliseconds(50), waitForReady: true)
      )
    }
    #expect(deadline?.code == .deadlineExceeded)
    await channel.close()
  }

  @Test func aHandlerThatIgnoresItsCancellationDoesNotHoldUpTheEnd() async throws {
    let service = EchoService()
    var configuration = ServerConfiguration()
    configuration.eventLoops = 1
    configuration.cancellationTimeout = .milliseconds(50)
    let server = RPCServer(services: [service], configuration: configuration)
    let running = Task { try await server.run() }
    let channel = ClientChannel(target: try await server.addresses[0])
    let call = Task { await rpcError { try await channel.unary(EchoService.gated, Payload()) } }
    await service.probe.wait(for: "started")
    running.cancel()
    try await running.value
    #expect(await call.value?.code == .unavailable)
    service.probe.report("open")
  }

  @Test func callsThatWaitGoOnWhenTheServerIsBack() async throws {
    let target = try await withServer { target, _ in target }
    var configuration = ClientConfiguration()
    configuration.waitForReady = true
    configuration.backoff.initial = .milliseconds(20)
    configuration.backoff.maximum = .milliseconds(20)
    let channel = ClientChannel(target: target, configuration: configuration)
    let call = Task { try await channel.unary(EchoService.echo, Payload("patient")).text }
    try await withServer(configure: { $0.listen = [target] }) { _, _ in
      let text = try await call.value
      #expect(text == "patient")
    }
    // Once more, after a connection that had worked; a call that was on it when it broke may fail.
    try await withServer(configure: { $0.listen = [target] }) { _, _ in
      var text: String?
      while text == nil { text = try? await channel.unary(EchoService.echo, Payload("again")).text }
      #expect(text == "again")
    }
  }

  @Test func aClosedChannelFinishesItsCallsAndTakesNoMore() async throws {
    let service = EchoService()
    try await withServer(service) { target, _ in
      let channel = ClientChannel(target: target)
      let call = Task { try await channel.unary(EchoService.gated, Payload("last")).text }
      await service.probe.wait(for: "started")
      let closing = Task { await channel.close() }
      var code: StatusCode?
      while code == nil { code = await rpcError { try await channel.unary(EchoService.echo, Payload()) }?.code }
      #expect(code == .unavailable)
      service.probe.report("open")
      let text = try await call.value
      #expect(text == "last")
      await closing.value
    }
  }
}
