internal import RPCCore
internal import Testing

@testable import RPCTransport

/// grpc/doc/naming.md.
@Suite("Targets as text")
struct TargetTextTests {
  @Test(arguments: [
    ("127.0.0.1:50051", ["127.0.0.1:50051"], "127.0.0.1:50051"), ("[::1]:50051", ["[::1]:50051"], "[::1]:50051"),
    ("dns:///127.0.0.1:1", ["127.0.0.1:1"], "127.0.0.1:1"), ("dns:127.0.0.1", ["127.0.0.1:443"], "127.0.0.1"),
    ("ipv4:10.0.0.1:1,10.0.0.2", ["10.0.0.1:1", "10.0.0.2:443"], "10.0.0.1:1"),
    ("ipv6:[::1]:1,[::2],::3", ["[::1]:1", "[::2]:443", "[::3]:443"], "[::1]:1"),
    ("unix:run/x.sock", ["unix:run/x.sock"], "localhost"), ("unix:/run/x.sock", ["unix:/run/x.sock"], "localhost"),
    ("unix:///run/x.sock", ["unix:/run/x.sock"], "localhost"),
  ])
  func addressesNeedNoResolver(text: String, addresses: [String], authority: String) throws {
    let target = try TargetText(text)
    guard case .addresses(let found) = target.target else {
      Issue.record("\(text) asks a resolver")
      return
    }
    #expect(found.map { "\($0)" } == addresses)
    #expect(target.authority == authority)
  }

  @Test(arguments: [
    ("localhost:50051", "localhost", 50_051, "localhost:50051"), ("example.com", "example.com", 443, "example.com"),
    ("dns:///example.com:1", "example.com", 1, "example.com:1"),
    ("DNS:example.com:1", "example.com", 1, "example.com:1"),
  ])
  func namesGoToDNS(text: String, host: String, port: Int, authority: String) throws {
    let target = try TargetText(text)
    guard case .resolver(let resolver as DNSResolver, _) = target.target else {
      Issue.record("\(text) does not ask DNS")
      return
    }
    #expect(resolver.host == host && resolver.port == port)
    #expect(target.authority == authority)
  }

  @Test(arguments: [
    ("", "is no host"), (":1", "is no host"), ("host:0", "'0' is no port"), ("host:65536", "is no port"),
    ("host:x", "is no port"), ("::1:1", "needs brackets"), ("[::1]x", "stands behind the address"),
    ("dns://host", "needs a third '/'"), ("dns://8.8.8.8/host", "DNS server of one's own"),
    ("dns:///a/b:1", "is no host"),
    ("ipv4:host:1", "is not an IPv4 address"), ("ipv4:[::1]:1", "is not an IPv4 address"), ("ipv4:", "is no host"),
    ("ipv6:1.2.3.4", "is not an IPv6 address"), ("ipv4:1.2.3.4:1,", "is no host"), ("unix:", "the path is missing"),
    ("unix://x", "must be absolute"), ("unix-abstract:x", "not supported"),
  ])
  func whatCannotBeReadIsNamed(text: String, problem: String) {
    let error = #expect(throws: RPCError.self) { try TargetText(text) }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.contains(problem) == true, "\(error?.message ?? "")")
    #expect(error?.message.hasPrefix("'\(text)' is no target") == true)
  }

  @Test func localhostResolves() async throws {
    let found = try await DNSResolver(host: "localhost", port: 7).resolve()
    #expect(
      found.addresses.contains(.tcp(host: "127.0.0.1", port: 7)) || found.addresses.contains(.tcp(host: "::1", port: 7))
    )
    await #expect(throws: SystemNameLookup.Failed.self) {
      try await DNSResolver(host: "no-such-host.invalid", port: 7).resolve()
    }
  }
}
