/// A fraction of whole numbers, compared exactly.
public struct Fraction: Sendable, Hashable {
  /// The numerator, 0 or more.
  public let numerator: Int64
  /// The denominator, 1 or more.
  public let denominator: Int64

  /// Makes a fraction, or nil where the numerator is negative or the denominator is not positive.
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard numerator >= 0, denominator > 0 else { return nil }
    self.init(unchecked: numerator, denominator)
  }

  init(unchecked numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether it lies between 0 and 1, both included.
  public var isShare: Bool { numerator <= denominator }
}

extension Fraction: CustomStringConvertible {
  /// `2/3`.
  public var description: String { "\(numerator)/\(denominator)" }
}
