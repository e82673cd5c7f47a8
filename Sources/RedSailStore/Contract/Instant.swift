/// A point in time as the store keeps it: whole microseconds since 1970-01-01T00:00:00Z.
///
/// Both clocks of a record (event time and record time) use it; civil dates are `ColumnType.date` columns.
public struct Instant: Sendable, Hashable, Comparable {
  /// Microseconds since 1970-01-01T00:00:00Z; negative before it.
  public var microseconds: Int64

  /// Makes an instant from microseconds since 1970-01-01T00:00:00Z.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Makes an instant from the two fields of a `google.protobuf.Timestamp`; what lies below a microsecond is cut off.
  public init(seconds: Int64, nanoseconds: Int32) {
    self.microseconds = seconds * 1_000_000 + Int64(nanoseconds) / 1_000
  }

  /// The `seconds` field of a `google.protobuf.Timestamp`.
  public var seconds: Int64 {
    (microseconds - Int64(nanoseconds) / 1_000) / 1_000_000
  }

  /// The `nanos` field of a `google.protobuf.Timestamp`, 0 ..< 1_000_000_000.
  public var nanoseconds: Int32 {
    let rest = microseconds % 1_000_000
    return Int32(rest < 0 ? rest + 1_000_000 : rest) * 1_000
  }

  /// Orders instants by time.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The instant `days` times 24 hours later (earlier if negative).
  public func adding(days: Int64) -> Instant {
    Instant(microseconds: microseconds + days * 86_400_000_000)
  }
}
