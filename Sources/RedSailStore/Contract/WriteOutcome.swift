/// The result of an idempotent write.
public struct WriteOutcome: Sendable, Hashable {
  /// The answer's bytes: now made, or those of the first time.
  public let bytes: [UInt8]

  /// Whether an earlier call with the same id had made the answer.
  public let isReplay: Bool
}
