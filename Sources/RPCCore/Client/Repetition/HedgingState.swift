/// The attempts of one call by its hedging policy (gRFC A6): when the next one begins, and when the call is lost. A value
/// without I/O.
package struct HedgingState: Sendable {
  /// What follows from an event.
  package struct Step: Sendable, Hashable {
    /// Attempts that begin now.
    package var starts = 0
    /// `timePassed` is to be called after this time, in place of what was asked for before; nil: not at all.
    package var next: Duration?
    /// The call ends with the status of the attempt that failed.
    package var ends = false
  }

  private let policy: ServiceConfig.HedgingPolicy
  private let maximumAttempts: Int
  private var outstanding = 0
  private var isStopped = false
  /// The attempts that have begun.
  package private(set) var attempts = 0

  /// `maximumAttempts` is the channel's bound.
  package init(_ policy: ServiceConfig.HedgingPolicy, maximumAttempts: Int) {
    self.policy = policy
    self.maximumAttempts = max(1, min(policy.maximumAttempts, maximumAttempts))
  }

  /// The call begins. The first attempt is made in any case.
  package mutating func start(_ throttle: RetryThrottle?) -> Step {
    begin()
    var step = Step(starts: 1)
    if policy.delay == .zero {
      while mayBegin(throttle) {
        begin()
        step.starts += 1
      }
    } else {
      step.next = nextTime
    }
    return step
  }

  /// The time for the next attempt has come.
  package mutating func timePassed(_ throttle: RetryThrottle?) -> Step {
    guard mayBegin(throttle) else { return Step() }
    begin()
    return Step(starts: 1, next: nextTime)
  }

  /// An attempt has failed before anything of a response came.
  package mutating func attemptFailed(
    _ code: StatusCode,
    pushback: RetryPushback,
    throttle: inout RetryThrottle?
  ) -> Step {
    outstanding -= 1
    let isNonFatal = policy.nonFatalCodes.contains(code)
    if isNonFatal || pushback == .never { throttle?.failed() }
    guard isNonFatal else { return Step(ends: true) }
    var step = Step()
    switch pushback {
    case .never: isStopped = true
    case .after(let time): step.next = mayBegin(throttle) ? time : nil
    case .none:
      if mayBegin(throttle) {
        begin()
        step.starts = 1
        step.next = nextTime
      }
    }
    step.ends = outstanding == 0 && step.next == nil
    return step
  }

  /// One attempt was chosen, or the requests cannot be repeated any more: no further one begins.
  package mutating func stop() { isStopped = true }

  private func mayBegin(_ throttle: RetryThrottle?) -> Bool {
    !isStopped && attempts < maximumAttempts && throttle?.allowsRepetition != false
  }

  private var nextTime: Duration? { attempts < maximumAttempts ? policy.delay : nil }

  private mutating func begin() {
    attempts += 1
    outstanding += 1
  }
}
