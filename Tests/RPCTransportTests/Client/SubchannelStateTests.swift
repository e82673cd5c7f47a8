internal import NIOCore
internal import Testing

@testable import RPCTransport

@Suite("Subchannel states")
struct SubchannelStateTests {
  private let now = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
  private var state = SubchannelState(BackoffSchedule(ConnectionBackoff(), minimumTimeout: .seconds(20)))

  @Test mutating func anAttemptSucceedsAndItsConnectionIsLost() {
    #expect(state.connect(at: now, random: 0) == .seconds(20))
    #expect(state.connect(at: now, random: 0) == nil)
    #expect(state.connectivity == .connecting)
    let connected = state.connected(1)
    #expect(connected && state.connectivity == .ready)
    let lost = state.lost(1)
    #expect(lost && state.connectivity == .idle)
  }

  @Test mutating func aFailureWaitsFromTheStartOfTheAttempt() {
    _ = state.connect(at: now, random: 0)
    #expect(state.failed(1, at: now + .milliseconds(300)) == .milliseconds(700))
    #expect(state.connectivity == .transientFailure)
    #expect(state.connect(at: now, random: 0) == nil)
    let ended = state.backoffEnded(after: 1)
    #expect(ended && state.connectivity == .idle)
    _ = state.connect(at: now, random: 0)
    #expect(state.failed(2, at: now) == .nanoseconds(1_600_000_000))
  }

  @Test mutating func settingsEndTheBackoff() {
    for attempt in 1...3 {
      _ = state.connect(at: now, random: 0)
      _ = state.failed(attempt, at: now)
      _ = state.backoffEnded(after: attempt)
    }
    _ = state.connect(at: now, random: 0)
    _ = state.connected(4)
    _ = state.lost(4)
    _ = state.connect(at: now, random: 0)
    #expect(state.failed(5, at: now) == .seconds(1))
  }

  @Test mutating func whatComesFromAnAttemptThatWasGivenUpIsNotTaken() {
    _ = state.connect(at: now, random: 0)
    state.reset()
    #expect(state.connectivity == .idle)
    let late = state.connected(1)
    #expect(!late)
    #expect(state.failed(1, at: now) == nil)
    _ = state.connect(at: now, random: 0)
    let stale = state.connected(1)
    #expect(!stale && state.connectivity == .connecting)
    _ = state.failed(2, at: now)
    state.reset()
    let ended = state.backoffEnded(after: 2)
    #expect(!ended)
    state.shutDown()
    #expect(state.connect(at: now, random: 0) == nil)
    state.reset()
    #expect(state.connectivity == .shutdown)
  }
}
