internal import NIOCore
internal import Testing

@testable import RPCTransport

/// gRFC A8.
@Suite("Keepalive of a client")
struct KeepaliveStateTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

  private func at(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

  private func state(withoutCalls: Bool = false, time: Int64 = 60) -> KeepaliveState {
    KeepaliveState(Keepalive(time: .seconds(time), withoutCalls: withoutCalls), minimumTime: .seconds(10))
  }

  @Test func timeCountsFromTheLastByte() {
    var state = state()
    #expect(state.look(at: at(0), lastRead: at(0), hasCalls: true) == .wait(until: at(60)))
    #expect(state.look(at: at(60), lastRead: at(25), hasCalls: true) == .wait(until: at(85)))
    #expect(state.look(at: at(85), lastRead: at(25), hasCalls: true) == .ping(until: at(105)))
  }

  @Test func anyByteAnswersThePing() {
    var state = state()
    _ = state.look(at: at(60), lastRead: at(0), hasCalls: true)
    #expect(state.look(at: at(80), lastRead: at(61), hasCalls: true) == .wait(until: at(121)))
    #expect(state.look(at: at(121), lastRead: at(61), hasCalls: true) == .ping(until: at(141)))
  }

  @Test func silenceAfterThePingMeansThatTheServerIsGone() {
    var state = state()
    _ = state.look(at: at(60), lastRead: at(0), hasCalls: true)
    #expect(state.look(at: at(70), lastRead: at(0), hasCalls: true) == .wait(until: at(80)))
    #expect(state.look(at: at(80), lastRead: at(0), hasCalls: true) == .close)
  }

  @Test func withoutCallsItSleepsAndACallThatBeginsAsksAtOnce() {
    var state = state()
    #expect(state.look(at: at(60), lastRead: at(0), hasCalls: false) == .sleep)
    #expect(state.isSleeping)
    #expect(state.look(at: at(500), lastRead: at(0), hasCalls: true) == .ping(until: at(520)))
    #expect(!state.isSleeping)
  }

  @Test func withoutCallsItAsksWhereThatIsWanted() {
    var state = state(withoutCalls: true)
    #expect(state.look(at: at(60), lastRead: at(0), hasCalls: false) == .ping(until: at(80)))
  }

  @Test func aTimeShorterThanTheTimeoutIsKept() {
    var state = state(time: 15)
    #expect(state.look(at: at(15), lastRead: at(0), hasCalls: true) == .ping(until: at(30)))
    #expect(state.look(at: at(30), lastRead: at(0), hasCalls: true) == .wait(until: at(35)))
    #expect(state.look(at: at(16), lastRead: at(0), hasCalls: true) == .wait(until: at(31)))
    #expect(state.look(at: at(31), lastRead: at(16), hasCalls: true) == .ping(until: at(46)))
  }

  @Test func tenSecondsAreTheLeast() {
    var state = state(time: 1)
    #expect(state.look(at: at(1), lastRead: at(0), hasCalls: true) == .wait(until: at(10)))
  }
}
