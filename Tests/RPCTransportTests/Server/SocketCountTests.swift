internal import NIOCore
internal import Testing

@testable internal import RPCTransport

@Suite("Connections by network")
struct SocketCountTests {
  @Test func eachNetworkAndAllTogetherAreBounded() {
    var limits = ServerLimits()
    limits.connections = 3
    limits.connectionsPerAddress = 2
    var count = SocketCount()
    #expect(count.add("a", limits: limits) == nil)
    #expect(count.add("a", limits: limits) == nil)
    #expect(count.add("a", limits: limits) == .connectionsPerAddress)
    #expect(count.add("b", limits: limits) == nil)
    #expect(count.add(nil, limits: limits) == .connections)
    count.remove("a")
    #expect(count.add(nil, limits: limits) == nil)
    count.remove(nil)
    #expect(count.add("a", limits: limits) == nil)
  }

  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ("2001:db8::1", "2001:db8:0:0::/64"), ("::1", "0:0:0:0::/64"), ("fe80::1%eth0", "fe80:0:0:0::/64"),
    ("2001:db8:1:2::", "2001:db8:1:2::/64"),
  ])
  func anIPv6NetworkCountsAsOne(address: String, network: String) {
    #expect(SocketAddress.network(of: address) == network)
  }
}
