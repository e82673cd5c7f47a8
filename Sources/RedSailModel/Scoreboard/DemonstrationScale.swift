/// How much of the article's year a demonstration plays (`SCALE`): an exact decimal fraction.
///
/// The rule by which figures and intervals scale:
/// - a plan of `n` things becomes `round(n × scale)`, halves up, and at least 1 where `n` is at least 1;
/// - an interval `low...high` becomes `floor(low × scale)...ceil(high × scale)`, both ends at least 1 where they were;
/// - shares are not scaled.
///
/// So whatever number within a published interval is planned for, its scaled plan lies in the scaled interval. The
/// smallest scale is 0.005: below it the "at least 1" of the parts would add up to more than their sum allows.
public struct DemonstrationScale: Sendable, Hashable {
  /// The whole year.
  public static let whole = DemonstrationScale(millionths: 1_000_000)

  /// The scales that may be asked for, in millionths.
  static let allowedMillionths = 5_000...1_000_000

  /// The scale in millionths, 5,000...1,000,000.
  public let millionths: Int

  private init(millionths: Int) {
    self.millionths = millionths
  }

  /// Reads a decimal fraction from 0.005 to 1, with up to six decimals, such as `0.02`.
  ///
  /// - Throws: ``DemonstrationScaleError``.
  public init(_ text: String) throws(DemonstrationScaleError) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard let whole = parts.first, (1...3).contains(whole.count), (1...6).contains(decimals.count),
      whole.allSatisfy(\.isASCIIDigit), decimals.allSatisfy(\.isASCIIDigit),
      let millionths = Int(whole + decimals + String(repeating: "0", count: 6 - decimals.count)),
      Self.allowedMillionths.contains(millionths)
    else { throw DemonstrationScaleError(text: text) }
    self.millionths = millionths
  }

  /// A plan of `count` things at this scale.
  public func planned(_ count: Int) -> Int {
    count < 1 ? 0 : max(1, (count * millionths * 2 + 1_000_000) / 2_000_000)
  }

  /// An interval of counts, none negative, at this scale.
  public func interval(_ interval: ClosedRange<Int>) -> ClosedRange<Int> {
    let low = interval.lowerBound * millionths / 1_000_000
    let high = (interval.upperBound * millionths + 999_999) / 1_000_000
    return max(low, min(interval.lowerBound, 1))...high
  }
}
