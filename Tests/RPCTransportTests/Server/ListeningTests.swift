internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

@Suite("Listening")
struct ListeningTests {
  private func path() -> String {
    FileManager.default.temporaryDirectory.appending(path: "redsail-\(UUID().uuidString).sock").path
  }

  private func echo(at target: SocketTarget) async throws -> String {
    let channel = ClientChannel(target: target)
    let text = try await channel.unary(EchoService.echo, Payload("here")).text
    await channel.close()
    return text
  }

  @Test func severalAddressesAreServedAtOnceAndOnlyTCPByTLS() async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let own = try authority.issueForLoopback()
    let path = path()
    try await withServer(configure: {
      $0.listen = [.tcp(host: "127.0.0.1", port: 0), .unix(path: path), .tcp(host: "127.0.0.1", port: 0)]
      $0.tls = ServerTLS(certificateFile: own.certificate, privateKeyFile: own.key)
    }) { _, server in
      let targets = try await server.addresses
      #expect(targets.count == 3)
      #expect(Set(targets).count == 3)
      let text = try await echo(at: .unix(path: path))
      #expect(text == "here")
      for target in [targets[0], targets[2]] {
        var configuration = ClientConfiguration()
        configuration.tls = ClientTLS(authorityFile: authority.file)
        let channel = ClientChannel(target: target, configuration: configuration)
        let text = try await channel.unary(EchoService.echo, Payload("secure")).text
        #expect(text == "secure")
        await channel.close()
      }
    }
  }

  @Test func aSocketIsRemovedInTheEndAndNeverTakenFromALiveServer() async throws {
    let path = path()
    try await withServer(configure: { $0.listen = [.unix(path: path)] }) { target, _ in
      let second = RPCServer(services: [EchoService()], configuration: ServerConfiguration(listen: [target]))
      await #expect(throws: ListenError.inUse(path: path)) { try await second.run() }
      let text = try await echo(at: target)
      #expect(text == "here")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aSocketThatAServerHasLeftBehindIsTakenOver() async throws {
    let path = path()
    let first = RPCServer(
      services: [EchoService()],
      configuration: ServerConfiguration(listen: [.unix(path: path + ".left")])
    )
    let running = Task { try await first.run() }
    _ = try await first.addresses
    // Under a name that the server does not know, its socket stays when it ends.
    try FileManager.default.moveItem(atPath: path + ".left", toPath: path)
    running.cancel()
    try await running.value
    #expect(FileManager.default.fileExists(atPath: path))
    try await withServer(configure: { $0.listen = [.unix(path: path)] }) { target, _ in
      let text = try await echo(at: target)
      #expect(text == "here")
    }
  }

  @Test func aFileThatIsNotASocketIsLeftAlone() async throws {
    let path = path()
    try Data("precious".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let server = RPCServer(
      services: [EchoService()],
      configuration: ServerConfiguration(listen: [.unix(path: path)])
    )
    await #expect(throws: ListenError.notASocket(path: path)) { try await server.run() }
    #expect(try Data(contentsOf: URL(filePath: path)) == Data("precious".utf8))
  }

  @Test func twoServersShareAPortWhereBothSaySo() async throws {
    try await withServer(configure: { $0.reusesPort = true }) { target, _ in
      try await withServer(configure: {
        $0.listen = [target]
        $0.reusesPort = true
      }) { other, _ in
        #expect(other == target)
        let text = try await echo(at: target)
        #expect(text == "here")
      }
      let lonely = RPCServer(services: [EchoService()], configuration: ServerConfiguration(listen: [target]))
      await #expect(throws: (any Error).self) { try await lonely.run() }
    }
  }

  @Test func moreCallsThanTheServerTakesAreUnavailable() async throws {
    let service = EchoService()
    let observer = RecordingObserver()
    try await withServer(
      service,
      configure: {
        $0.limits.calls = 3
        $0.observer = observer
      }
    ) { target, _ in
      // Over several connections, since each is bounded anyway.
      let channels = (0..<3).map { _ in ClientChannel(target: target) }
      let calls = channels.map { channel in Task { try await channel.unary(EchoService.gated, Payload("in")).text } }
      while service.probe.count(of: "started") < 3 { await Task.yield() }
      let late = ClientChannel(target: target)
      let error = await rpcError { try await late.unary(EchoService.echo, Payload()) }
      #expect(error?.code == .unavailable)
      #expect(error?.message == "the server has as many calls as it takes")
      await observer.probe.wait(for: "limit calls")
      service.probe.report("open")
      for call in calls {
        let answer = try await call.value
        #expect(answer == "in")
      }
      // A handler's place is free once its task is over, a moment after its answer.
      var text: String?
      while text == nil { text = try? await late.unary(EchoService.echo, Payload("again")).text }
      #expect(text == "again")
      for channel in channels + [late] { await channel.close() }
    }
  }
}
