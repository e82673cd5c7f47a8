/// How long to wait before the next attempt to connect (grpc/doc/connection-backoff.md).
public struct ConnectionBackoff: Sendable, Hashable {
  /// Wait after the first failure. Default 1 s.
  public var initial = Duration.seconds(1)
  /// Factor by which each further wait is longer. Default 1.6.
  public var multiplier = 1.6
  /// Each wait is longer or shorter by up to this share, lest many clients come back at once. Default 0.2.
  public var jitter = 0.2
  /// Longest wait before jitter. Default 120 s.
  public var maximum = Duration.seconds(120)

  /// The defaults.
  public init() {}

  /// The wait after `failures` failures in a row (at least one); `random` is from -1 to 1.
  func delay(failures: Int, random: Double) -> Duration {
    var delay = min(initial, maximum)
    for _ in 1..<max(failures, 1) where delay < maximum {
      delay = min(delay * multiplier, maximum)
    }
    return delay * (1 + jitter * random)
  }
}
