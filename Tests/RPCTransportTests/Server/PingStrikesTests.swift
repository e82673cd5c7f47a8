internal import NIOCore
internal import Testing

@testable internal import RPCTransport

/// The algorithm of gRPC's proposal A8, "Server Enforcement".
@Suite("PINGs that come too often")
struct PingStrikesTests {
  private func strikes(_ change: (inout ServerKeepalive) -> Void = { _ in }) -> PingStrikes {
    var keepalive = ServerKeepalive()
    change(&keepalive)
    return PingStrikes(keepalive)
  }

  private func minutes(_ count: Int) -> NIODeadline { .uptimeNanoseconds(0) + .minutes(Int64(count)) }

  @Test func theFourthOfManyAtOnceIsOneTooMany() {
    var strikes = strikes()
    let answers = (0..<4).map { _ in strikes.received(at: minutes(1), hasCalls: true, followsContent: false) }
    #expect(answers == [true, true, true, false])
  }

  @Test func everyFiveMinutesIsFineWithCallsButNotWithout() {
    var busy = strikes()
    var idle = strikes()
    var permitted = strikes { $0.permitsPingsWithoutCalls = true }
    for index in 0..<100 {
      #expect(busy.received(at: minutes(5 * index), hasCalls: true, followsContent: false) == true)
      #expect(permitted.received(at: minutes(5 * index), hasCalls: false, followsContent: false) == true)
    }
    // Two hours have not passed before the fourth.
    let answers = (0..<4).map { idle.received(at: minutes(5 * $0), hasCalls: false, followsContent: false) }
    #expect(answers == [true, true, true, false])
  }

  @Test func everyTwoHoursIsFineWithoutCalls() {
    var strikes = strikes()
    for index in 0..<10 {
      #expect(strikes.received(at: minutes(120 * index), hasCalls: false, followsContent: false) == true)
    }
  }

  @Test func oneWithEveryMessageIsAlwaysFine() {
    var strikes = strikes()
    for _ in 0..<1_000 {
      #expect(strikes.received(at: minutes(1), hasCalls: true, followsContent: true) == true)
    }
    // And it has not used up what is allowed without.
    #expect(strikes.received(at: minutes(1), hasCalls: true, followsContent: false) == true)
    #expect(strikes.received(at: minutes(1), hasCalls: true, followsContent: false) == true)
    #expect(strikes.received(at: minutes(1), hasCalls: true, followsContent: false) == false)
  }
}
