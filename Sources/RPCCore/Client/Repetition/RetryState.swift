/// The attempts of one call by its retry policy (gRFC A6): whether and when the next one follows a failure. A value without
/// I/O.
package struct RetryState: Sendable {
  private let policy: ServiceConfig.RetryPolicy
  private let maximumAttempts: Int
  /// Repetitions since the last pushback, by which the wait grows.
  private var backoffs = 0
  /// The attempts that have begun.
  package private(set) var attempts = 1

  /// `maximumAttempts` is the channel's bound.
  package init(_ policy: ServiceConfig.RetryPolicy, maximumAttempts: Int) {
    self.policy = policy
    self.maximumAttempts = min(policy.maximumAttempts, maximumAttempts)
  }

  /// The present attempt has failed: the wait before the next one, which is counted as begun; nil if there is none.
  ///
  /// `isCommitted` where the call cannot be repeated any more; `random` is from -1 to 1.
  package mutating func attemptFailed(
    _ code: StatusCode,
    pushback: RetryPushback,
    throttle: inout RetryThrottle?,
    isCommitted: Bool,
    random: Double
  ) -> Duration? {
    let isRetryable = policy.retryableCodes.contains(code)
    if isRetryable || pushback == .never { throttle?.failed() }
    guard isRetryable, !isCommitted, attempts < maximumAttempts, pushback != .never,
      throttle?.allowsRepetition != false
    else { return nil }
    attempts += 1
    if case .after(let time) = pushback {
      backoffs = 0
      return time
    }
    var wait = min(policy.initialBackoff, policy.maximumBackoff)
    for _ in 0..<backoffs where wait < policy.maximumBackoff || policy.backoffMultiplier < 1 {
      wait = min(wait * policy.backoffMultiplier, policy.maximumBackoff)
    }
    backoffs += 1
    return wait * (1 + 0.2 * random)
  }
}
