/// A part of a whole, in whole numbers: hundredths of m², or heads.
public struct Share: Sendable, Hashable {
  /// The part, 0 or more.
  public let numerator: Int64
  /// The whole, 0 or more.
  public let denominator: Int64

  /// Makes a share.
  public init(_ numerator: Int64, of denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether the share is a fraction or more (以上). A share of nothing is never enough.
  public func reaches(_ fraction: Fraction) -> Bool {
    denominator > 0 && products(fraction).part >= products(fraction).least
  }

  /// Whether the share is more than a fraction (过). A share of nothing never is.
  public func exceeds(_ fraction: Fraction) -> Bool {
    denominator > 0 && products(fraction).part > products(fraction).least
  }

  /// Both sides of the comparison without division; 128 bits hold the product of any two numbers here.
  private func products(_ fraction: Fraction) -> (part: Int128, least: Int128) {
    (Int128(numerator) * Int128(fraction.denominator), Int128(denominator) * Int128(fraction.numerator))
  }
}

extension Share: CustomStringConvertible {
  /// `2/3`, not reduced.
  public var description: String { "\(numerator)/\(denominator)" }
}
