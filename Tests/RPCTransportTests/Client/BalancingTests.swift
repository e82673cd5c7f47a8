internal import RPCCore
internal import RPCTransport
internal import Synchronization
internal import Testing

/// Several servers behind one name.
@Suite("Resolvers and balancers")
struct BalancingTests {
  /// Answers with the next of some results; the last one stays.
  private final class ScriptedResolver: NameResolver {
    struct Failed: Error, CustomStringConvertible {
      var description: String { "the name service is out" }
    }

    private let results: Mutex<[NameResolution?]>
    let probe = Probe()

    init(_ results: [NameResolution?]) { self.results = Mutex(results) }

    func resolve() async throws -> NameResolution {
      probe.report("asked")
      guard let result = results.withLock({ $0.count > 1 ? $0.removeFirst() : $0[0] }) else { throw Failed() }
      return result
    }
  }

  /// Runs three servers whose `Gated` answers at once.
  private func withThree(_ body: ([EchoService], [SocketTarget], [RPCServer]) async throws -> Void) async throws {
    let services = (0..<3).map { _ in EchoService() }
    for service in services { service.probe.report("open") }
    try await withServer(services[0]) { first, firstServer in
      try await withServer(services[1]) { second, secondServer in
        try await withServer(services[2]) { third, thirdServer in
          try await body(services, [first, second, third], [firstServer, secondServer, thirdServer])
        }
      }
    }
  }

  private func deadTarget() async throws -> SocketTarget { try await withServer { target, _ in target } }

  @Test func roundRobinGivesEachServerItsTurn() async throws {
    try await withThree { services, targets, _ in
      var configuration = ClientConfiguration()
      configuration.serviceConfig = try ServiceConfig(json: #"{"loadBalancingConfig": [{"round_robin": {}}]}"#)
      let list = targets.map { "\($0)" }.joined(separator: ",")
      let channel = try ClientChannel(target: "ipv4:\(list)", configuration: configuration)
      func counts() -> [Int] { services.map { $0.probe.count(of: "started") } }
      // Until all three are connected.
      while counts().contains(0) { _ = try await channel.unary(EchoService.gated, Payload()) }
      let before = counts()
      for _ in 0..<30 { _ = try await channel.unary(EchoService.gated, Payload()) }
      #expect(zip(counts(), before).map { $0 - $1 } == [10, 10, 10])
      await channel.close()
    }
  }

  @Test func roundRobinGoesOnWithoutAServerThatLeaves() async throws {
    try await withThree { services, targets, servers in
      var configuration = ClientConfiguration()
      configuration.serviceConfig = ServiceConfig()
      configuration.serviceConfig?.loadBalancing = .roundRobin
      let channel = ClientChannel(
        resolver: ScriptedResolver([NameResolution(addresses: targets)]),
        authority: "three",
        configuration: configuration
      )
      while services.contains(where: { $0.probe.count(of: "started") == 0 }) {
        _ = try await channel.unary(EchoService.gated, Payload())
      }
      servers[0].beginGracefulShutdown()
      // No call fails, whenever the GOAWAY comes.
      for _ in 0..<300 { _ = try await channel.unary(EchoService.gated, Payload()) }
      await channel.close()
    }
  }

  @Test func pickFirstPassesOverAnAddressThatIsDown() async throws {
    let dead = try await deadTarget()
    try await withThree { services, targets, _ in
      let channel = try ClientChannel(target: "ipv4:\(dead),\(targets[0]),\(targets[1])")
      for _ in 0..<10 { _ = try await channel.unary(EchoService.gated, Payload()) }
      #expect(services.map { $0.probe.count(of: "started") } == [10, 0, 0])
      await channel.close()
    }
  }

  @Test func aNameIsResolvedAgainWhenItsAddressesFail() async throws {
    let dead = try await deadTarget()
    try await withServer { target, _ in
      var configuration = ClientConfiguration()
      configuration.resolutionInterval = .zero
      let resolver = ScriptedResolver([NameResolution(addresses: [dead]), NameResolution(addresses: [dead, target])])
      let channel = ClientChannel(resolver: resolver, authority: "moved.example", configuration: configuration)
      let options = CallOptions(waitForReady: true)
      let text = try await channel.unary(EchoService.echo, Payload("found"), options: options).text
      #expect(text == "found")
      await channel.close()
    }
  }

  @Test func aNameThatCannotBeResolvedFailsCallsUntilItCan() async throws {
    try await withServer { target, _ in
      var configuration = ClientConfiguration()
      configuration.backoff.initial = .milliseconds(20)
      let resolver = ScriptedResolver([nil, NameResolution(addresses: []), NameResolution(addresses: [target])])
      let channel = ClientChannel(resolver: resolver, authority: "late.example", configuration: configuration)
      let error = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
      #expect(error?.code == .unavailable)
      #expect(error?.message == "cannot resolve late.example: the name service is out")
      let options = CallOptions(waitForReady: true)
      let text = try await channel.unary(EchoService.echo, Payload("found"), options: options).text
      #expect(text == "found")
      #expect(resolver.probe.count(of: "asked") == 3)
      await channel.close()
    }
  }

  @Test func theResolversServiceConfigHolds() async throws {
    let service = EchoService()
    try await withServer(service) { target, _ in
      let config = try ServiceConfig(
        json: #"{"methodConfig": [{"name": [{"service": "test.Echo", "method": "Wait"}], "timeout": "0.05s"}]}"#
      )
      let resolver = ScriptedResolver([NameResolution(addresses: [target], serviceConfig: config)])
      let channel = ClientChannel(resolver: resolver, authority: "configured")
      _ = try await channel.unary(EchoService.echo, Payload())
      let error = await rpcError { try await channel.unary(EchoService.wait, Payload()) }
      #expect(error?.code == .deadlineExceeded)
      await channel.close()
    }
  }

  @Test func aHostNameIsResolvedBySystemDNS() async throws {
    try await withServer { target, _ in
      guard case .tcp(_, let port) = target else { return }
      for text in ["dns:///localhost:\(port)", "localhost:\(port)"] {
        let channel = try ClientChannel(target: text)
        let answer = try await channel.unary(EchoService.echo, Payload("x")).text
        #expect(answer == "x")
        await channel.close()
      }
    }
  }

  @Test func anAddressThatLeavesTheListIsDrained() async throws {
    try await withThree { services, targets, servers in
      var configuration = ClientConfiguration()
      configuration.resolutionInterval = .zero
      let resolver = ScriptedResolver([
        NameResolution(addresses: [targets[0]]), NameResolution(addresses: [targets[1]]),
      ])
      let channel = ClientChannel(resolver: resolver, authority: "moving", configuration: configuration)
      _ = try await channel.unary(EchoService.gated, Payload())
      // Its connection is lost, so the name is asked for again; the other server takes over.
      servers[0].beginGracefulShutdown()
      while services[1].probe.count(of: "started") == 0 {
        _ = try? await channel.unary(EchoService.gated, Payload())
      }
      await channel.close()
    }
  }
}
