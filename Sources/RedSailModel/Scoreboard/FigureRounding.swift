/// How a published figure was rounded, which says what numbers may stand behind it.
public enum FigureRounding: Sendable, Hashable {
  /// Not rounded: 464家.
  case exact
  /// 余, "and some more" than a multiple of `unit`: 1200余 stands for 1,201 to 1,299 where the unit is 100.
  case andMore(unit: Int)
  /// Rounded to the nearest multiple of `unit`, halves up: 5.1万 stands for 50,500 to 51,499 where the unit is 1,000.
  case nearest(unit: Int)

  /// The whole numbers that are published as `value`.
  public func interval(of value: Int) -> ClosedRange<Int> {
    switch self {
    case .exact: value...value
    case .andMore(let unit): value + 1...max(value + 1, value + unit - 1)
    case .nearest(let unit): value - unit / 2...max(value, value - unit / 2 + unit - 1)
    }
  }
}
