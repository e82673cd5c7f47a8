#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension Instant {
  /// The machine's clock.
  public static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
  }
}
