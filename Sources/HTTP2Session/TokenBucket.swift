internal import NIOCore

/// Counts events against a ``RateLimit``. Time is given by the caller.
struct TokenBucket {
  private let limit: RateLimit
  private var tokens: Int
  private var refilled: NIODeadline?

  init(_ limit: RateLimit) {
    self.limit = limit
    self.tokens = limit.burst
  }

  /// Takes one token; false where none is left.
  mutating func take(at now: NIODeadline) -> Bool {
    refill(at: now)
    guard tokens > 0 else { return false }
    tokens -= 1
    return true
  }

  private mutating func refill(at now: NIODeadline) {
    guard let last = refilled else {
      refilled = now
      return
    }
    let seconds = max(0, (now - last).nanoseconds) / 1_000_000_000
    guard seconds > 0 else { return }
    refilled = last + .seconds(seconds)
    // Past this many seconds the bucket is full whatever the rate; it also keeps the product from overflowing.
    let useful = min(Int(seconds), limit.burst)
    tokens = min(limit.burst, tokens + useful * limit.perSecond)
  }
}
