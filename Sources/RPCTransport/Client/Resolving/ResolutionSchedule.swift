internal import NIOCore

/// When a channel asks its resolver: not again before the answer has come, not sooner than the interval after it, and
/// with back-off after failures. A value without I/O.
struct ResolutionSchedule: Sendable {
  enum Step: Sendable, Hashable {
    /// Ask now, then tell by `ended`.
    case resolve
    /// Call `waited` after this time.
    case wait(TimeAmount)
    /// Nothing: something is under way.
    case none
  }

  private enum Phase {
    case rest
    case resolving
    case waiting
  }

  private let interval: Duration
  private var failures: BackoffSchedule
  private var phase = Phase.rest
  private var earliest = NIODeadline.uptimeNanoseconds(0)

  init(interval: Duration, backoff: ConnectionBackoff) {
    self.interval = interval
    failures = BackoffSchedule(backoff, minimumTimeout: .zero)
  }

  /// The addresses are wanted, or may be out of date.
  mutating func request(at now: NIODeadline, random: Double) -> Step {
    guard phase == .rest else { return .none }
    guard now >= earliest else {
      phase = .waiting
      return .wait(earliest - now)
    }
    return begin(at: now, random: random)
  }

  /// The time of `.wait` is over.
  mutating func waited(at now: NIODeadline, random: Double) -> Step {
    phase == .waiting ? begin(at: now, random: random) : .none
  }

  /// The resolver has answered. After a failure it is asked again.
  mutating func ended(succeeded: Bool, at now: NIODeadline) -> Step {
    if succeeded {
      phase = .rest
      failures.reset()
      earliest = now + TimeAmount(interval)
      return .none
    }
    phase = .waiting
    return .wait(failures.wait(at: now))
  }

  private mutating func begin(at now: NIODeadline, random: Double) -> Step {
    phase = .resolving
    _ = failures.begin(at: now, random: random)
    return .resolve
  }
}
