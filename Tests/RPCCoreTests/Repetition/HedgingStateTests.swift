internal import Testing

@testable import RPCCore

/// gRFC A6, Summary of Retry and Hedging Logic.
@Suite("Hedging")
struct HedgingStateTests {
  private let delay = Duration.milliseconds(500)
  private var throttle: RetryThrottle?

  private func state(_ attempts: Int, delay: Duration? = nil, bound: Int = 5) -> HedgingState {
    HedgingState(
      ServiceConfig.HedgingPolicy(maximumAttempts: attempts, delay: delay ?? self.delay, nonFatalCodes: [.unavailable]),
      maximumAttempts: bound
    )
  }

  @Test func attemptsFollowAtTheDelay() {
    var state = state(3)
    #expect(state.start(nil) == .init(starts: 1, next: delay))
    #expect(state.timePassed(nil) == .init(starts: 1, next: delay))
    #expect(state.timePassed(nil) == .init(starts: 1))
    #expect(state.timePassed(nil) == .init())
  }

  @Test func withoutDelayAllBeginAtOnceWithinTheBound() {
    var state = state(9, delay: .zero)
    #expect(state.start(nil) == .init(starts: 5))
  }

  @Test mutating func aNonFatalFailureBringsTheNextAtOnce() {
    var state = state(3)
    _ = state.start(nil)
    #expect(
      state.attemptFailed(.unavailable, pushback: .none, throttle: &throttle) == .init(starts: 1, next: delay)
    )
    #expect(state.attemptFailed(.unavailable, pushback: .none, throttle: &throttle) == .init(starts: 1))
    #expect(state.attemptFailed(.unavailable, pushback: .none, throttle: &throttle) == .init(ends: true))
  }

  @Test mutating func theLastOfSeveralEndsTheCall() {
    var state = state(2, delay: .zero)
    _ = state.start(nil)
    #expect(state.attemptFailed(.unavailable, pushback: .none, throttle: &throttle) == .init())
    #expect(state.attemptFailed(.unavailable, pushback: .none, throttle: &throttle) == .init(ends: true))
  }

  @Test mutating func anyOtherCodeEndsTheCall() {
    var state = state(3)
    _ = state.start(nil)
    #expect(state.attemptFailed(.internal, pushback: .none, throttle: &throttle) == .init(ends: true))
  }

  @Test mutating func pushbackDelaysOrStopsTheNext() {
    var later = state(3)
    _ = later.start(nil)
    #expect(
      later.attemptFailed(.unavailable, pushback: .after(.seconds(9)), throttle: &throttle) == .init(next: .seconds(9))
    )
    #expect(later.timePassed(nil) == .init(starts: 1, next: delay))
    var stopped = state(3)
    _ = stopped.start(nil)
    _ = stopped.timePassed(nil)
    #expect(stopped.attemptFailed(.unavailable, pushback: .never, throttle: &throttle) == .init())
    #expect(stopped.timePassed(nil) == .init())
    #expect(stopped.attemptFailed(.unavailable, pushback: .none, throttle: &throttle) == .init(ends: true))
  }

  @Test mutating func throttlingLetsTheFirstPassOnly() {
    throttle = RetryThrottle(.init(maximumTokens: 2, tokenRatio: 1))
    throttle?.failed()
    var state = state(3, delay: .zero)
    #expect(state.start(throttle) == .init(starts: 1))
    #expect(state.attemptFailed(.unavailable, pushback: .none, throttle: &throttle) == .init(ends: true))
  }

  @Test func aChosenAttemptIsTheLast() {
    var state = state(3)
    _ = state.start(nil)
    state.stop()
    #expect(state.timePassed(nil) == .init())
  }
}
