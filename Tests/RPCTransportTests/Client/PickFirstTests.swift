internal import Testing

@testable import RPCTransport

/// gRFC A61 (Happy Eyeballs) and A62 (sticky TRANSIENT_FAILURE).
@Suite("pick_first")
struct PickFirstTests {
  private func balancer(_ count: Int) -> PickFirst { PickFirst(states: Array(repeating: .idle, count: count)) }

  @Test func theNextAddressIsTriedAfterTheDelayAndTheFirstToConnectIsChosen() {
    var balancer = balancer(3)
    #expect(balancer.start() == [.connect(0), .startDelay])
    #expect(balancer.state == .connecting)
    #expect(balancer.attemptDelayPassed() == [.connect(1), .startDelay])
    #expect(balancer.attemptDelayPassed() == [.connect(2), .stopDelay])
    #expect(balancer.changed(1, to: .ready) == [.stopDelay, .reset(0), .reset(2)])
    #expect(balancer.state == .ready && balancer.ready == [1])
  }

  @Test func aFailureBringsTheNextAtOnce() {
    var balancer = balancer(2)
    _ = balancer.start()
    #expect(balancer.changed(0, to: .transientFailure) == [.connect(1), .stopDelay])
    #expect(balancer.state == .connecting)
  }

  @Test func afterAllHaveFailedItStaysFailedUntilOneConnects() {
    var balancer = balancer(2)
    _ = balancer.start()
    _ = balancer.changed(0, to: .transientFailure)
    // The first has done with its back-off while the second is still tried: it waits for the end of the pass.
    #expect(balancer.changed(0, to: .idle) == [])
    #expect(balancer.changed(1, to: .transientFailure) == [.stopDelay, .resolve, .connect(0)])
    #expect(balancer.state == .transientFailure)
    #expect(balancer.changed(1, to: .idle) == [.connect(1)])
    #expect(balancer.state == .transientFailure)
    #expect(balancer.changed(0, to: .transientFailure) == [])
    // As many failures as there are addresses: they may be out of date.
    #expect(balancer.changed(0, to: .idle) == [.connect(0)])
    #expect(balancer.changed(0, to: .transientFailure) == [.resolve])
    #expect(balancer.changed(1, to: .ready) == [.stopDelay, .reset(0)])
    #expect(balancer.state == .ready)
  }

  @Test func aLostConnectionMeansIdleUntilSomeoneWantsOne() {
    var balancer = balancer(2)
    _ = balancer.start()
    _ = balancer.changed(0, to: .ready)
    #expect(balancer.changed(0, to: .idle) == [.resolve])
    #expect(balancer.state == .idle && balancer.ready == [])
    #expect(balancer.connect() == [.connect(0), .startDelay])
  }

  @Test func aNewListKeepsTheConnectionAndPassesOverThoseThatBackOff() {
    var kept = PickFirst(states: [.idle, .ready])
    #expect(kept.start() == [.stopDelay])
    #expect(kept.ready == [1])
    var backingOff = PickFirst(states: [.transientFailure, .connecting, .idle])
    #expect(backingOff.start() == [.startDelay])
    #expect(backingOff.attemptDelayPassed() == [.connect(2), .stopDelay])
    var allFailed = PickFirst(states: [.transientFailure])
    #expect(allFailed.start() == [.stopDelay, .resolve])
    #expect(allFailed.state == .transientFailure)
  }

  @Test func familiesAlternateInTheOrderOfTheFirst() {
    func targets(_ hosts: [String]) -> [SocketTarget] { hosts.map { .tcp(host: $0, port: 1) } }
    let mixed = targets(["::1", "::2", "::3", "1.1.1.1", "2.2.2.2"])
    #expect(AddressOrder.interleaved(mixed) == targets(["::1", "1.1.1.1", "::2", "2.2.2.2", "::3"]))
    #expect(AddressOrder.interleaved(targets(["1.1.1.1", "::1"])) == targets(["1.1.1.1", "::1"]))
    #expect(AddressOrder.interleaved([]) == [])
  }
}
