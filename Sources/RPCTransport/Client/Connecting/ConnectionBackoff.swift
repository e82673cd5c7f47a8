/// How fast attempts to connect to an address follow each other (grpc/doc/connection-backoff.md).
public struct ConnectionBackoff: Sendable, Hashable {
  /// From the start of the first attempt to that of the second. Default 1 s.
  public var initial = Duration.seconds(1)
  /// Factor by which each further time is longer. Default 1.6.
  public var multiplier = 1.6
  /// Each but the first is longer or shorter by up to this share, lest many clients come back at once. Default 0.2.
  public var jitter = 0.2
  /// Longest time before jitter. Default 120 s.
  public var maximum = Duration.seconds(120)

  /// The defaults.
  public init() {}
}
