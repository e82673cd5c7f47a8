public import NIOCore

/// The moment after which a call has failed, on the monotonic clock of this process.
///
/// On the wire it travels as the time left (`grpc-timeout`), since two machines share no clock.
public struct Deadline: Sendable, Hashable, Comparable {
  /// The same moment for NIO's timers.
  public let time: NIODeadline

  /// A deadline at a moment of NIO's monotonic clock.
  public init(_ time: NIODeadline) { self.time = time }

  /// A deadline `timeout` from now; a timeout that is not positive has passed at once, and one too long for the
  /// clock (292 years) is cut to the last moment it can show.
  public static func after(_ timeout: Duration) -> Deadline { after(timeout, from: .now()) }

  static func after(_ timeout: Duration, from now: NIODeadline) -> Deadline {
    guard timeout > .zero else { return Deadline(now) }
    let (seconds, attoseconds) = timeout.components
    let (whole, tooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let nanoseconds = UInt64(whole.magnitude) &+ UInt64(attoseconds / 1_000_000_000)
    let last = UInt64(Int64.max)
    guard !tooLong, nanoseconds < last - now.uptimeNanoseconds else { return Deadline(.distantFuture) }
    return Deadline(.uptimeNanoseconds(now.uptimeNanoseconds + nanoseconds))
  }

  /// The time left, zero once the deadline has passed.
  public var remaining: Duration { remaining(at: .now()) }

  func remaining(at now: NIODeadline) -> Duration {
    time > now ? .nanoseconds((time - now).nanoseconds) : .zero
  }

  /// Whether the deadline has passed.
  public var hasPassed: Bool { time <= .now() }

  /// The earlier of two deadlines comes first.
  public static func < (left: Deadline, right: Deadline) -> Bool { left.time < right.time }
}
