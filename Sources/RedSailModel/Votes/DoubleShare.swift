/// The two shares that a decision of owners is measured by: exclusive area and heads (专有部分面积、人数).
public struct DoubleShare: Sendable, Hashable {
  /// The share of the area, in hundredths of m².
  public let area: Share
  /// The share of the heads.
  public let heads: Share

  /// Makes a pair of shares.
  public init(area: Share, heads: Share) {
    self.area = area
    self.heads = heads
  }

  /// Whether both shares are a fraction or more.
  public func reaches(_ fraction: Fraction) -> Bool { area.reaches(fraction) && heads.reaches(fraction) }

  /// Whether both shares are more than a fraction.
  public func exceeds(_ fraction: Fraction) -> Bool { area.exceeds(fraction) && heads.exceeds(fraction) }
}
