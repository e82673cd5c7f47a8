/// A rate of a report with everything it was made of: numerator, denominator, what was left out and why, and how much of
/// it was entered late.
public struct RateFigure: Sendable, Hashable {
  /// What counts.
  public var numerator: Int
  /// What it is counted among.
  public var denominator: Int
  /// What was left out of both, by the reason's key.
  public var exclusions: [String: Int]
  /// How many of the denominator were entered later than the offline allowance (补录).
  public var backfilled: Int

  /// Makes a rate.
  public init(numerator: Int = 0, denominator: Int = 0, exclusions: [String: Int] = [:], backfilled: Int = 0) {
    self.numerator = numerator
    self.denominator = denominator
    self.exclusions = exclusions
    self.backfilled = backfilled
  }

  /// Counts one more.
  ///
  /// - Parameters:
  ///   - counts: Whether it belongs to the numerator.
  ///   - isBackfilled: Whether it was entered late.
  public mutating func add(counts: Bool, isBackfilled: Bool = false) {
    denominator += 1
    if counts { numerator += 1 }
    if isBackfilled { backfilled += 1 }
  }

  /// Leaves one more out.
  public mutating func exclude(_ reason: String) {
    exclusions[reason, default: 0] += 1
  }

  /// The figure of two parts that have nothing in common: a division's from those of its parts.
  public static func + (left: RateFigure, right: RateFigure) -> RateFigure {
    RateFigure(
      numerator: left.numerator + right.numerator,
      denominator: left.denominator + right.denominator,
      exclusions: left.exclusions.merging(right.exclusions, uniquingKeysWith: +),
      backfilled: left.backfilled + right.backfilled
    )
  }

  /// The rate in parts of a scale, halves rounded up; nil where there is nothing to count among. 49,000 of 51,000 are 96
  /// of 100, 961 of 1,000 and 9,608 of 10,000.
  ///
  /// - Parameter scale: 100, 1,000, …; 1 or more.
  public func scaled(to scale: Int) -> Int? {
    guard denominator > 0 else { return nil }
    // Half up: floor((2ns + d) / 2d), in 128 bits.
    let doubled = 2 * Int128(numerator) * Int128(max(1, scale)) + Int128(denominator)
    return Int(clamping: doubled / (2 * Int128(denominator)))
  }

  /// The rate in percent.
  public var percent: Int? { scaled(to: 100) }
  /// The rate in thousandths.
  public var perMille: Int? { scaled(to: 1_000) }
  /// The rate in ten-thousandths: 158 is 1.58 %.
  public var perTenThousand: Int? { scaled(to: 10_000) }
}
