#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Timestamp: Comparable {
  /// A time, as seconds since 1970-01-01T00:00:00Z and nanoseconds from 0 to 999,999,999, which always count forward.
  public init(seconds: Int64, nanos: Int32 = 0) {
    self.init()
    self.seconds = seconds
    self.nanos = nanos
  }

  /// The time of the system's clock.
  public static var now: Timestamp { Timestamp(Date.now) }

  /// The earlier time is the lesser.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanos) < (right.seconds, right.nanos)
  }

  /// Reads RFC 3339 such as `2025-01-31T08:00:00.5+08:00`, with a capital T and a zone; nil for anything else and for
  /// years outside 1 to 9999.
  public init?(rfc3339 text: String) {
    guard let value = TimestampText.parse(text) else { return nil }
    self.init(seconds: value.seconds, nanos: value.nanos)
  }

  /// RFC 3339 in UTC with no, three, six or nine decimals; nil where the value is out of range.
  public var rfc3339: String? { TimestampText.format(seconds: seconds, nanos: nanos) }

  /// Whether the year is one from 1 to 9999 and the nanoseconds lie in their range.
  public var isValid: Bool { TimestampText.seconds.contains(seconds) && (0...999_999_999).contains(nanos) }

  /// A date's time; below the microsecond a date has no more digits.
  public init(_ date: Date) {
    let seconds = date.timeIntervalSince1970.rounded(.down)
    let nanos = ((date.timeIntervalSince1970 - seconds) * 1_000_000_000).rounded()
    self.init(
      seconds: Int64(seconds) + (nanos < 1_000_000_000 ? 0 : 1),
      nanos: nanos < 1_000_000_000 ? Int32(nanos) : 0
    )
  }

  /// The same time as a date.
  public var date: Date { Date(timeIntervalSince1970: Double(seconds) + Double(nanos) / 1_000_000_000) }

  /// The time that much later, or earlier for a negative duration.
  public static func + (time: Timestamp, duration: Duration) -> Timestamp {
    let (seconds, attoseconds) = duration.components
    let nanos = Int64(time.nanos) + attoseconds / 1_000_000_000
    let carry = nanos >= 1_000_000_000 ? Int64(1) : nanos < 0 ? -1 : 0
    return Timestamp(seconds: time.seconds + seconds + carry, nanos: Int32(nanos - carry * 1_000_000_000))
  }

  /// The time that much earlier.
  public static func - (time: Timestamp, duration: Duration) -> Timestamp { time + (.zero - duration) }

  /// The time between two times.
  public static func - (later: Timestamp, earlier: Timestamp) -> Duration {
    .seconds(later.seconds - earlier.seconds) + .nanoseconds(Int64(later.nanos) - Int64(earlier.nanos))
  }
}
