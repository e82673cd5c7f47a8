/// The value of a rule: a whole number, a fraction, or yes or no.
public enum RuleQuantity: Sendable, Hashable {
  /// A whole number in the parameter's unit.
  case integer(Int)
  /// A share of a whole.
  case fraction(Fraction)
  /// Whether the rule holds.
  case boolean(Bool)
}

extension RuleQuantity: CustomStringConvertible {
  /// `5`, `2/3`, `true`.
  public var description: String {
    switch self {
    case .integer(let value): String(value)
    case .fraction(let value): value.description
    case .boolean(let value): String(value)
    }
  }
}
