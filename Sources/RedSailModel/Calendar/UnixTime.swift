/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
///
/// RedSail stores UTC; days are counted at +08:00, which has had no daylight saving time since 1991. Whole seconds are
/// enough for every rule here.
public struct UnixTime: Sendable, Hashable, Comparable {
  /// Seconds in a day.
  public static let secondsPerDay: Int64 = 86_400

  /// The offset of Asia/Shanghai from UTC in seconds.
  public static let shanghaiOffset: Int64 = 8 * 3_600

  /// Seconds since the epoch; negative before 1970.
  public var seconds: Int64

  /// Makes a point in time from seconds since the epoch.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The day that a clock in Asia/Shanghai shows.
  public var civilDate: CivilDate {
    // Split before the offset is added, so that no time overflows.
    let (days, rest) = seconds.floorDivided(by: Self.secondsPerDay)
    return CivilDate(daysSinceEpoch: days + (rest + Self.shanghaiOffset) / Self.secondsPerDay)
  }

  /// This time plus a number of seconds; the last or first time there is where the sum goes beyond it.
  public func advanced(bySeconds seconds: Int64) -> UnixTime {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return UnixTime(seconds: overflow ? (seconds < 0 ? .min : .max) : sum)
  }

  /// Earlier is less.
  public static func < (left: UnixTime, right: UnixTime) -> Bool {
    left.seconds < right.seconds
  }
}

extension Int64 {
  /// Quotient and remainder of a division that rounds towards negative infinity; the remainder is never negative.
  func floorDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
