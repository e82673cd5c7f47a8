/// A rate with what it was made of: every measure shows its numerator, its denominator and what was left out.
public struct Rate: Sendable, Hashable {
  /// What counts.
  public var numerator: Int
  /// What it is counted among.
  public var denominator: Int
  /// What was left out of both.
  public var excluded: Int

  /// Makes a rate.
  public init(numerator: Int, denominator: Int, excluded: Int = 0) {
    self.numerator = numerator
    self.denominator = denominator
    self.excluded = excluded
  }

  /// The rate in thousandths, halves rounded up; nil where there is nothing to count among. 49,000 of 51,000 are 961.
  public var perMille: Int? {
    denominator > 0 ? (numerator * 2_000 + denominator) / (2 * denominator) : nil
  }
}
