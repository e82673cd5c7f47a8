/// How often something may happen: `burst` times at once, and `perSecond` times a second in the long run.
public struct RateLimit: Sendable, Hashable {
  /// Times it may happen at once.
  public var burst: Int
  /// Times a second that are given back.
  public var perSecond: Int

  /// A rate of `perSecond` with a reserve of `burst`.
  public init(burst: Int, perSecond: Int) {
    self.burst = burst
    self.perSecond = perSecond
  }
}
