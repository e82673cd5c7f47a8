internal import RPCCore
internal import RPCTransport
internal import Synchronization
internal import Testing

/// grpc/doc/connectivity-semantics-and-api.md, wait-for-ready.md and gRFC A8.
@Suite("Connectivity", .serialized)
struct ConnectivityTests {
  @Test func aChannelConnectsWithoutACallAndTellsEachState() async throws {
    try await withServer { target, server in
      let channel = ClientChannel(target: target)
      var states = channel.connectivityChanges().makeAsyncIterator()
      #expect(channel.connectivity == .idle)
      #expect(await states.next() == .idle)
      channel.connect()
      #expect(await states.next() == .connecting)
      #expect(await states.next() == .ready)
      // The server says GOAWAY, and nobody wants another connection.
      server.beginGracefulShutdown()
      #expect(await states.next() == .idle)
      await channel.close()
      #expect(await states.next() == .shutdown)
      #expect(await states.next() == nil)
      #expect(channel.connectivity == .shutdown)
      var late = channel.connectivityChanges().makeAsyncIterator()
      #expect(await late.next() == .shutdown)
      #expect(await late.next() == nil)
    }
  }

  @Test func failedAttemptsMeanTransientFailureUntilOneSucceeds() async throws {
    let target = try await withServer { target, _ in target }
    var configuration = ClientConfiguration()
    configuration.backoff.initial = .milliseconds(10)
    configuration.backoff.maximum = .milliseconds(10)
    let channel = ClientChannel(target: target, configuration: configuration)
    var states = channel.connectivityChanges().makeAsyncIterator()
    channel.connect()
    for expected: ConnectivityState in [.idle, .connecting, .transientFailure] {
      #expect(await states.next() == expected)
    }
    // No call is needed for it to try on.
    try await withServer(configure: { $0.listen = [target] }) { _, _ in
      #expect(await states.next() == .ready)
    }
    await channel.close()
  }

  @Test func withoutCallsAChannelGoesIdleAndTheNextCallConnectsAnew() async throws {
    try await withClient(client: { $0.idleTimeout = .milliseconds(20) }) { channel in
      var states = channel.connectivityChanges().makeAsyncIterator()
      #expect(await states.next() == .idle)
      for _ in 0..<2 {
        let text = try await channel.unary(EchoService.echo, Payload("x")).text
        #expect(text == "x")
        for expected: ConnectivityState in [.connecting, .ready, .idle] { #expect(await states.next() == expected) }
      }
    }
  }

  @Test func aCallKeepsItsChannelFromGoingIdle() async throws {
    let service = EchoService()
    try await withClient(service, client: { $0.idleTimeout = .milliseconds(5) }) { channel in
      let call = Task { try await channel.unary(EchoService.gated, Payload("kept")).text }
      await service.probe.wait(for: "started")
      var states = channel.connectivityChanges().makeAsyncIterator()
      #expect(await states.next() == .ready)
      // Far more than one idle timeout.
      for _ in 0..<200 { _ = try await channel.unary(EchoService.echo, Payload()) }
      #expect(channel.connectivity == .ready)
      service.probe.report("open")
      let text = try await call.value
      #expect(text == "kept")
      #expect(await states.next() == .idle)
    }
  }

  @Test func somethingThatDoesNotSpeakHTTP2IsGivenUp() async throws {
    try await withFrames(
      "mute",
      client: {
        $0.connectTimeout = .milliseconds(100); $0.backoff.initial = .milliseconds(1)
      }
    ) { channel in
      let error = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
      #expect(error?.code == .unavailable)
      #expect(error?.message.hasSuffix("the server did not send its HTTP/2 settings in time") == true)
    }
  }

  @Test func aCallThatWaitsForAConnectionIsCancelledAtOnceAndItsDeadlineHolds() async throws {
    try await withFrames("mute") { channel in
      let call = Task { await rpcError { try await channel.unary(EchoService.echo, Payload()) } }
      let stream = channel.serverStreaming(EchoService.repeated, Payload("1 1"))
      let reading = Task {
        await rpcError {
          var iterator = stream.makeAsyncIterator()
          return try await iterator.next()
        }
      }
      call.cancel()
      #expect(await call.value?.code == .cancelled)
      reading.cancel()
      #expect(await reading.value?.code == .cancelled)
      let late = await rpcError {
        try await channel.unary(EchoService.echo, Payload(), options: CallOptions(timeout: .milliseconds(20)))
      }
      #expect(late?.code == .deadlineExceeded)
    }
  }

  @Test func aDeadlineThatPassesWithoutAConnectionSaysWhy() async throws {
    let target = try await withServer { target, _ in target }
    let channel = ClientChannel(target: target)
    let options = CallOptions(timeout: .milliseconds(50), waitForReady: true)
    let error = await rpcError { try await channel.unary(EchoService.echo, Payload(), options: options) }
    #expect(error?.code == .deadlineExceeded)
    #expect(error?.message.hasSuffix("cannot connect to \(target): Connection refused") == true)
    await channel.close()
  }

  @Test func cancellingATaskResetsItsStream() async throws {
    try await withFrames("script", "hold", "hold") { channel in
      let unary = Task { await rpcError { try await channel.unary(EchoService.echo, Payload()) } }
      _ = try await channel.events(2)
      unary.cancel()
      #expect(await unary.value?.code == .cancelled)
      let resets = try await channel.events(4).filter { $0.hasPrefix("reset") }
      #expect(resets.count == 1 && resets.first?.hasSuffix(" 8") == true)
    }
  }

  @Test func aServerThatDoesNotAnswerPingsIsGone() async throws {
    try await withFrames(
      "deaf",
      client: {
        $0.keepalive = Keepalive(time: .milliseconds(20), timeout: .milliseconds(20))
        $0.minimumKeepaliveTime = .milliseconds(20)
      }
    ) { channel in
      let error = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
      #expect(error?.code == .unavailable)
      #expect(error?.message.hasSuffix("the server did not answer a keepalive PING in time") == true)
    }
  }

  @Test func aServerThatAnswersPingsIsAskedAgainAndAgain() async throws {
    try await withFrames(
      "script",
      "hold",
      client: {
        $0.keepalive = Keepalive(time: .milliseconds(5))
        $0.minimumKeepaliveTime = .milliseconds(5)
      }
    ) { channel in
      let call = Task { await rpcError { try await channel.unary(EchoService.echo, Payload()) } }
      let events = try await channel.events(6)
      #expect(events.count { $0 == "ping" } >= 4)
      call.cancel()
      #expect(await call.value?.code == .cancelled)
    }
  }
}
