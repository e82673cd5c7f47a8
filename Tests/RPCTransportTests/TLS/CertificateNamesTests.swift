internal import Testing

@testable internal import RPCTransport

/// The examples of RFC 9525 §6.3 and RFC 6125 §6.4, and what must not pass.
@Suite("Names in certificates")
struct CertificateNamesTests {
  @Test(arguments: [
    ("www.example.org", "www.example.org", true), ("WWW.Example.ORG", "www.example.org", true),
    ("www.example.org", "www.example.org.", true), ("www.example.org", "example.org", false),
    ("*.example.org", "a.example.org", true), ("*.example.org", "a.b.example.org", false),
    ("*.example.org", "example.org", false), ("w*.example.org", "www.example.org", false),
    ("www.*.org", "www.example.org", false), ("*.org", "example.org", false), ("*", "localhost", false),
    ("*.example.org", ".example.org", false), ("*.example.org", "*.example.org", true), ("", "", false),
    ("127.0.0.1", "127.0.0.1.example.org", false),
  ])
  func aHostIsCovered(by pattern: String, host: String, isCovered: Bool) {
    #expect(CertificateNames(dnsNames: ["other.test", pattern]).cover(host: host) == isCovered)
  }

  @Test func addressesAreNotHosts() {
    let names = CertificateNames(dnsNames: ["10.0.0.1"], addresses: ["10.0.0.2", "2001:db8::1"])
    #expect(ServerName("10.0.0.1") == .address("10.0.0.1"))
    #expect(!names.cover(address: "10.0.0.1"))
    #expect(!names.cover(host: "10.0.0.2"))
    #expect(ServerName("2001:DB8:0:0:0:0:0:1") == .address("2001:db8::1"))
    #expect(names.cover(address: "2001:db8::1"))
    #expect(ServerName("10.0.0.1.example.org") == .host("10.0.0.1.example.org"))
  }
}
