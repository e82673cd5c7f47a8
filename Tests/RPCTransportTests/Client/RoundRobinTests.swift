internal import Testing

@testable import RPCTransport

@Suite("round_robin")
struct RoundRobinTests {
  @Test func allAreConnectedAndTheReadyOnesTakeCalls() {
    var balancer = RoundRobin(states: [.idle, .idle, .idle])
    #expect(balancer.start() == [.connect(0), .connect(1), .connect(2)])
    #expect(balancer.state == .connecting)
    _ = balancer.changed(2, to: .ready)
    _ = balancer.changed(0, to: .ready)
    #expect(balancer.state == .ready && balancer.ready == [0, 2])
  }

  @Test func oneThatIsLostIsConnectedAgain() {
    var balancer = RoundRobin(states: [.ready, .ready])
    #expect(balancer.changed(0, to: .idle) == [.resolve, .connect(0)])
    #expect(balancer.state == .ready && balancer.ready == [1])
  }

  @Test func oneThatHasFailedCountsAsFailedUntilItIsConnected() {
    var balancer = RoundRobin(states: [.idle, .idle])
    _ = balancer.start()
    #expect(balancer.changed(0, to: .transientFailure) == [.resolve])
    #expect(balancer.state == .connecting)
    _ = balancer.changed(1, to: .transientFailure)
    #expect(balancer.state == .transientFailure)
    #expect(balancer.changed(0, to: .idle) == [.connect(0)])
    #expect(balancer.state == .transientFailure)
    _ = balancer.changed(0, to: .ready)
    #expect(balancer.state == .ready && balancer.ready == [0])
  }
}
