internal import Testing

@testable import RPCCore

/// gRFC A6.
@Suite("Retries")
struct RetryStateTests {
  private var policy = ServiceConfig.RetryPolicy(
    maximumAttempts: 5,
    initialBackoff: .milliseconds(100),
    maximumBackoff: .milliseconds(350),
    backoffMultiplier: 2,
    retryableCodes: [.unavailable]
  )
  private var throttle: RetryThrottle?

  @Test mutating func waitsGrowByTheMultiplierUpToTheMaximum() {
    var state = RetryState(policy, maximumAttempts: 5)
    var waits: [Duration?] = []
    for _ in 0..<5 {
      waits.append(
        state.attemptFailed(.unavailable, pushback: .none, throttle: &throttle, isCommitted: false, random: 0)
      )
    }
    #expect(waits == [.milliseconds(100), .milliseconds(200), .milliseconds(350), .milliseconds(350), nil])
    #expect(state.attempts == 5)
  }

  @Test(arguments: [(-1.0, 80), (1.0, 120)])
  func jitterIsAFifth(random: Double, milliseconds: Int) {
    var state = RetryState(policy, maximumAttempts: 5)
    var throttle: RetryThrottle?
    let wait = state.attemptFailed(
      .unavailable,
      pushback: .none,
      throttle: &throttle,
      isCommitted: false,
      random: random
    )
    #expect(wait == .milliseconds(milliseconds))
  }

  @Test mutating func pushbackSetsTheWaitAndBeginsTheBackoffAnew() {
    var state = RetryState(policy, maximumAttempts: 5)
    let pushbacks: [RetryPushback] = [.none, .after(.seconds(7)), .none]
    let waits = pushbacks.map {
      state.attemptFailed(.unavailable, pushback: $0, throttle: &throttle, isCommitted: false, random: 0)
    }
    #expect(waits == [.milliseconds(100), .seconds(7), .milliseconds(100)])
  }

  @Test mutating func othersAreNotRepeated() {
    func first(_ code: StatusCode, _ pushback: RetryPushback = .none, isCommitted: Bool = false) -> Duration? {
      var state = RetryState(policy, maximumAttempts: 5)
      var throttle: RetryThrottle?
      return state.attemptFailed(code, pushback: pushback, throttle: &throttle, isCommitted: isCommitted, random: 0)
    }
    #expect(first(.unavailable) != nil)
    #expect(first(.internal) == nil)
    #expect(first(.internal, .after(.seconds(1))) == nil)
    #expect(first(.unavailable, .never) == nil)
    #expect(first(.unavailable, isCommitted: true) == nil)
  }

  @Test mutating func theChannelsBoundHolds() {
    var state = RetryState(policy, maximumAttempts: 2)
    let waits = (0..<2).map { _ in
      state.attemptFailed(.unavailable, pushback: .none, throttle: &throttle, isCommitted: false, random: 0)
    }
    #expect(waits == [.milliseconds(100), nil])
  }

  /// maxTokens 4: the threshold is 2 and must be exceeded. The ratio counts to three decimals.
  @Test func failuresStopRepetitionUntilSuccessesOutweighThem() {
    var throttle: RetryThrottle? = RetryThrottle(.init(maximumTokens: 4, tokenRatio: 0.5466))
    var state = RetryState(policy, maximumAttempts: 5)
    func fail(_ code: StatusCode, _ pushback: RetryPushback = .none) -> Bool {
      state.attemptFailed(code, pushback: pushback, throttle: &throttle, isCommitted: false, random: 0) != nil
    }
    #expect(fail(.unavailable))  // 3
    #expect(!fail(.invalidArgument))  // does not count
    #expect(throttle?.allowsRepetition == true)
    #expect(!fail(.unavailable))  // 2
    throttle?.succeeded()  // 2.546
    #expect(throttle?.allowsRepetition == true)
    #expect(!fail(.invalidArgument, .never))  // 1.546
    throttle?.succeeded()  // 2.092
    #expect(throttle?.allowsRepetition == true)
    for _ in 0..<100 { throttle?.succeeded() }
    for _ in 0..<100 { throttle?.failed() }
    for _ in 0..<3 { throttle?.succeeded() }  // 1.638
    #expect(throttle?.allowsRepetition == false)
    throttle?.succeeded()  // 2.184
    #expect(throttle?.allowsRepetition == true)
  }

  @Test(arguments: [
    ("0", RetryPushback.after(.zero)), ("1500", .after(.milliseconds(1_500))),
    ("2147483647", .after(.milliseconds(2_147_483_647))), ("-1", .never), ("2147483648", .never), ("01", .never),
    ("", .never), ("1.5", .never), ("+1", .never), ("soon", .never),
  ])
  func pushbackIsASigned32BitInteger(text: String, pushback: RetryPushback) {
    var metadata = Metadata()
    metadata.addUnchecked(.text(text), for: "grpc-retry-pushback-ms")
    #expect(RetryPushback(metadata) == pushback)
    #expect(RetryPushback(Metadata()) == .none)
  }
}
