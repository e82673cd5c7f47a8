internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

extension PeerTests {
  @Test func otherClientsShakeHandsOnlyAsTheyMay() async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let own = try authority.issueForLoopback()
    let client = try authority.issue("client", commonName: "worker", uris: ["spiffe://redsail.test/worker"])
    let results = try await withServer(configure: {
      $0.tls = ServerTLS(
        certificateFile: own.certificate,
        privateKeyFile: own.key,
        clientAuthorityFile: authority.file
      )
    }) { target, _ in
      try await Program(python: "tls.py", "\(target)", authority.file, client.certificate, client.key).result()
    }
    let json = try #require(try JSONSerialization.jsonObject(with: results) as? [String: [String]])
    #expect(
      json["with a certificate"] == ["CN=worker,O=RedSail", client.fingerprint, "spiffe://redsail.test/worker"]
    )
    #expect(json["without a certificate"] == ["UNAVAILABLE"])
    // The first frame is SETTINGS.
    #expect(json["h2"] == ["TLSv1.3", "h2", "04"])
    #expect(json["h2 among others"] == ["TLSv1.3", "h2", "04"])
    #expect(json["TLS 1.2"] == ["TLSv1.2", "h2", "04"])
    #expect(json["TLS 1.1"]?.count == 1)
    for name in ["no ALPN", "http/1.1 only"] {
      // Nothing of HTTP/2 is said: the handshake fails, or the connection closes after it.
      #expect(json[name]?.count == 1 || json[name]?.last == "", "\(name): \(json[name] ?? [])")
    }
    #expect(["", "15"].contains(json["plaintext"]?.first))
  }

  @Test func ourClientCallsAGrpcioServerOverMutualTLS() async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let own = try authority.issueForLoopback()
    let client = try authority.issue("client", commonName: "worker")
    let server = try Program(python: "server.py", own.certificate, own.key, authority.file)
    defer { server.stop() }
    let port = try #require(Int(await server.firstLine()))
    var configuration = ClientConfiguration()
    configuration.tls = ClientTLS(authorityFile: authority.file)
    configuration.tls?.certificateFile = client.certificate
    configuration.tls?.privateKeyFile = client.key
    let channel = ClientChannel(target: .tcp(host: "127.0.0.1", port: port), configuration: configuration)
    #expect(try await channel.unary(EchoService.echo, Payload("hi")).text == "hi")
    let large = Payload([UInt8](repeating: 5, count: 3_000_000))
    #expect(try await channel.unary(EchoService.echo, large) == large)
    await channel.close()
  }
}
