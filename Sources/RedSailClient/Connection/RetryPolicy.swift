/// How often, and how fast one after the other, a call is tried that the server could not be asked or did not answer.
///
/// A unary call is repeated after UNAVAILABLE (a lost connection is that too) when repeating it is safe, as the schema's
/// `idempotency_level` says: it has no side effects, or its request carries a `request_id`, which stays the same. Nothing
/// else is repeated, and nothing beyond the call's deadline. Change feeds and imports wait between their tries in the same way.
///
/// The wait before the nth repetition is drawn from the upper half of `initialBackoff` × 2ⁿ⁻¹, at most `maximumBackoff`:
/// random, so that clients of a server that comes back do not come back all at once.
public struct RetryPolicy: Sendable, Hashable {
  /// How often a call is made in all; 8 unless set, at least 1. With the default waits that bridges 3 to 5 s.
  public var maximumAttempts: Int
  /// The wait before the first repetition; 50 ms unless set.
  public var initialBackoff: Duration
  /// The longest wait; 2 s unless set.
  public var maximumBackoff: Duration

  /// A policy; by default 8 attempts with waits from 50 ms to 2 s.
  public init(
    maximumAttempts: Int = 8,
    initialBackoff: Duration = .milliseconds(50),
    maximumBackoff: Duration = .seconds(2)
  ) {
    self.maximumAttempts = max(1, maximumAttempts)
    self.initialBackoff = initialBackoff
    self.maximumBackoff = maximumBackoff
  }

  /// Every call is made once.
  public static let never = RetryPolicy(maximumAttempts: 1)

  /// The wait before a repetition, counted from 1; `share` of it, from 0 to 1, is the random half.
  func backoff(before repetition: Int, share: Double) -> Duration {
    let factor = Double(UInt64(1) << UInt64(min(max(repetition - 1, 0), 32)))
    return min(initialBackoff * factor, maximumBackoff) * (0.5 + share / 2)
  }

  /// Waits before a repetition; false if it would begin past the deadline, as a rule without a wait. Throws CANCELLED if
  /// the task is.
  func wait(before repetition: Int, deadline: Deadline?) async throws(RPCError) -> Bool {
    let wait = backoff(before: repetition, share: .random(in: 0...1))
    if let deadline, deadline.remaining <= wait { return false }
    do {
      try await Task.sleep(for: wait)
    } catch {
      throw RPCError(code: .cancelled, message: "the task was cancelled between two tries of the call", cause: error)
    }
    return deadline?.hasPassed != true
  }
}
