internal import NIOCore

/// When attempts may begin and how long they may take, by the algorithm of grpc/doc/connection-backoff.md: the time
/// counts from the start of the attempt before.
struct BackoffSchedule: Sendable {
  private let backoff: ConnectionBackoff
  private let minimumTimeout: Duration
  /// The time from the last attempt's start, before jitter; nil before the first.
  private var current: Duration?
  private var next = NIODeadline.uptimeNanoseconds(0)

  /// `minimumTimeout` is the time that every attempt has (MIN_CONNECT_TIMEOUT).
  init(_ backoff: ConnectionBackoff, minimumTimeout: Duration) {
    self.backoff = backoff
    self.minimumTimeout = minimumTimeout
  }

  /// An attempt begins; the time that it has. `random` is from -1 to 1.
  mutating func begin(at now: NIODeadline, random: Double) -> Duration {
    let wait: Duration
    if let current {
      let longer = min(current * backoff.multiplier, backoff.maximum)
      self.current = longer
      wait = longer * (1 + backoff.jitter * random)
    } else {
      wait = min(backoff.initial, backoff.maximum)
      current = wait
    }
    next = now + TimeAmount(wait)
    return max(wait, minimumTimeout)
  }

  /// The time until the next attempt may begin.
  func wait(at now: NIODeadline) -> TimeAmount { next > now ? next - now : .zero }

  /// An attempt has succeeded.
  mutating func reset() { current = nil }
}
