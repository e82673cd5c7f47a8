/// The kind of value that a rule parameter takes, with its allowed range.
public enum RuleValueType: Sendable, Hashable {
  /// A whole number within a range, both ends included.
  case integer(ClosedRange<Int>)
  /// A fraction from 0 to 1.
  case fraction
  /// Yes or no.
  case boolean

  /// Whether a value is of this kind and within the range.
  public func allows(_ quantity: RuleQuantity) -> Bool {
    switch (self, quantity) {
    case (.integer(let range), .integer(let value)): range.contains(value)
    case (.fraction, .fraction(let value)): value.isShare
    case (.boolean, .boolean): true
    default: false
    }
  }
}

extension RuleValueType: BilingualText {
  /// What is expected, for an error.
  public var english: String {
    switch self {
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .fraction: "a fraction from 0 to 1"
    case .boolean: "true or false"
    }
  }

  /// What is expected, in Chinese.
  public var chinese: String {
    switch self {
    case .integer(let range): "\(range.lowerBound)至\(range.upperBound)的整数"
    case .fraction: "0至1的分数"
    case .boolean: "是或否"
    }
  }
}
