internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

@Suite("TLS between Swift and Swift")
struct TLSTests {
  private let authority: TestAuthority
  private let own: TestAuthority.Issued

  init() throws {
    authority = try TestAuthority()
    own = try authority.issueForLoopback()
  }

  private var tls: ServerTLS { ServerTLS(certificateFile: own.certificate, privateKeyFile: own.key) }

  private func channel(
    to target: SocketTarget,
    _ change: (inout ClientTLS) -> Void = { _ in }
  ) -> ClientChannel {
    var configuration = ClientConfiguration()
    var tls = ClientTLS(authorityFile: authority.file)
    change(&tls)
    configuration.tls = tls
    return ClientChannel(target: target, configuration: configuration)
  }

  @Test func messagesOfAnySizePassBothWays() async throws {
    defer { authority.remove() }
    try await withServer(configure: { $0.tls = tls }) { target, _ in
      let channel = channel(to: target)
      for size in [0, 1, 100_000, 4_000_000] {
        let payload = Payload((0..<size).map { UInt8(truncatingIfNeeded: $0 / 3) })
        #expect(try await channel.unary(EchoService.echo, payload) == payload)
      }
      let name = try await channel.unary(EchoService.whoAmI, Payload()).text
      #expect(name == "nobody")
      await channel.close()
    }
  }

  @Test func theServerHasToBeWhoItShouldBe() async throws {
    defer { authority.remove() }
    let stranger = try TestAuthority("Stranger")
    defer { stranger.remove() }
    try await withServer(configure: { $0.tls = tls }) { target, _ in
      let refused: [(String, (inout ClientTLS) -> Void)] = [
        ("another authority", { $0.authorityFile = stranger.file }),
        ("the system's authorities", { $0.authorityFile = nil }),
        ("another name", { $0.serverName = "elsewhere.test" }),
      ]
      for (name, change) in refused {
        let channel = channel(to: target, change)
        let error = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
        #expect(error?.code == .unavailable, "\(name)")
        #expect(error?.message.contains("TLS") == true, "\(name): \(error?.message ?? "")")
        await channel.close()
      }
      let channel = channel(to: target) { $0.serverName = "redsail.test" }
      let text = try await channel.unary(EchoService.echo, Payload("named")).text
      #expect(text == "named")
      await channel.close()
    }
  }

  @Test func aClientProvesWhoItIs() async throws {
    defer { authority.remove() }
    let stranger = try TestAuthority("Stranger")
    defer { stranger.remove() }
    let client = try authority.issue(
      "client",
      commonName: "worker",
      dnsNames: ["worker.redsail.test"],
      uris: ["spiffe://redsail.test/worker"]
    )
    let unknown = try stranger.issue("client", commonName: "worker")
    var tls = tls
    tls.clientAuthorityFile = authority.file
    try await withServer(configure: { $0.tls = tls }) { target, _ in
      for files in [nil, unknown] {
        let channel = channel(to: target) {
          $0.certificateFile = files?.certificate
          $0.privateKeyFile = files?.key
        }
        let error = await rpcError { try await channel.unary(EchoService.whoAmI, Payload()) }
        #expect(error?.code == .unavailable)
        await channel.close()
      }
      let channel = channel(to: target) {
        $0.certificateFile = client.certificate
        $0.privateKeyFile = client.key
      }
      let lines = try await channel.unary(EchoService.whoAmI, Payload()).text.split(separator: "\n").map(String.init)
      #expect(
        lines == [
          "CN=worker,O=RedSail", client.fingerprint, "worker.redsail.test", "spiffe://redsail.test/worker",
        ]
      )
      await channel.close()
    }
    tls.requiresClientCertificate = false
    try await withServer(configure: { $0.tls = tls }) { target, _ in
      let channel = channel(to: target)
      let name = try await channel.unary(EchoService.whoAmI, Payload()).text
      #expect(name == "nobody")
      await channel.close()
    }
  }

  @Test func plaintextIsNotTaken() async throws {
    defer { authority.remove() }
    try await withServer(configure: { $0.tls = tls }) { target, _ in
      let channel = ClientChannel(target: target)
      #expect(await rpcError { try await channel.unary(EchoService.echo, Payload()) }?.code == .unavailable)
      await channel.close()
    }
    try await withServer { target, _ in
      let channel = channel(to: target)
      #expect(await rpcError { try await channel.unary(EchoService.echo, Payload()) }?.code == .unavailable)
      await channel.close()
    }
  }

  @Test func newCertificatesCountForNewConnections() async throws {
    defer { authority.remove() }
    let successor = try TestAuthority("Successor")
    defer { successor.remove() }
    let observer = RecordingObserver()
    var tls = tls
    tls.reloadInterval = .milliseconds(5)
    try await withServer(configure: {
      $0.tls = tls
      $0.observer = observer
    }) { target, server in
      let old = channel(to: target)
      _ = try await old.unary(EchoService.echo, Payload())

      // A certificate without its key is refused, and so is what is not a certificate; the old pair stays in use.
      let next = try successor.issueForLoopback()
      try replace(own.certificate, by: next.certificate)
      await observer.probe.wait(for: "refused: certificate and private key do not belong together")
      await #expect(throws: TLSFileError.self) { try await server.reloadCertificates() }
      try Data("nonsense".utf8).write(to: URL(filePath: own.certificate))
      await observer.probe.wait(for: "refused: it has no certificates in PEM")
      let another = channel(to: target)
      _ = try await another.unary(EchoService.echo, Payload())
      await another.close()

      try replace(own.certificate, by: next.certificate)
      try replace(own.key, by: next.key)
      try await server.reloadCertificates()
      let new = channel(to: target) { $0.authorityFile = successor.file }
      let late = channel(to: target)
      let text = try await new.unary(EchoService.echo, Payload("new")).text
      #expect(text == "new")
      #expect(await rpcError { try await late.unary(EchoService.echo, Payload()) }?.code == .unavailable)
      _ = try await old.unary(EchoService.echo, Payload())
      for channel in [old, new, late] { await channel.close() }
    }
  }

  @Test func changedFilesAreFoundByThemselves() async throws {
    defer { authority.remove() }
    let observer = RecordingObserver()
    var tls = tls
    tls.reloadInterval = .milliseconds(5)
    try await withServer(configure: {
      $0.tls = tls
      $0.observer = observer
    }) { _, _ in
      // The first time is the start of the server.
      #expect(observer.probe.count(of: "reloaded") == 1)
      _ = try authority.issueForLoopback()
      while observer.probe.count(of: "reloaded") < 2 { await Task.yield() }
    }
  }

  @Test func filesThatCannotBeUsedAreNamed() async throws {
    defer { authority.remove() }
    let missing = ServerTLS(certificateFile: "/nonexistent/server.pem", privateKeyFile: own.key)
    let swapped = ServerTLS(certificateFile: own.key, privateKeyFile: own.key)
    let keyless = ServerTLS(certificateFile: own.certificate, privateKeyFile: own.certificate)
    let expected = [
      (missing, "cannot use /nonexistent/server.pem for TLS: it cannot be read"),
      (swapped, "cannot use \(own.key) for TLS: it has no certificates in PEM"),
      (
        keyless,
        "cannot use \(own.certificate) for TLS: it has no private key in PEM that is not encrypted"
      ),
    ]
    for (tls, message) in expected {
      var configuration = ServerConfiguration()
      configuration.tls = tls
      let server = RPCServer(services: [EchoService()], configuration: configuration)
      let error = await #expect(throws: TLSFileError.self) { try await server.run() }
      #expect(error?.description == message)
    }
    let channel = channel(to: .tcp(host: "127.0.0.1", port: 1)) { $0.authorityFile = "/nonexistent/authority.pem" }
    let error = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
    #expect(error?.code == .unavailable)
  }

  private func replace(_ file: String, by other: String) throws {
    try Data(contentsOf: URL(filePath: other)).write(to: URL(filePath: file), options: .atomic)
  }
}
