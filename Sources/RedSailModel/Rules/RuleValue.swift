/// What a rule parameter is in a division over a period, and where that is written.
public struct RuleValue: Sendable, Hashable {
  /// The country, for ``division``.
  public static let nation = "CN"

  /// The parameter.
  public let parameter: RuleParameter
  /// Its value.
  public let quantity: RuleQuantity
  /// The division in whose subtree it holds: a code of GB/T 2260 (`370800`, a province as `370000`), a code below it,
  /// a zone of another scheme, or ``nation``.
  public let division: String
  /// When it holds. A period without a start holds for the past as well.
  public let period: DatePeriod
  /// The statute or document, with its paragraph.
  public let source: String
  /// Where the document can be read, if known.
  public let sourceURL: String?

  /// Makes a value.
  ///
  /// - Throws: ``RuleValueError`` where the value is not of the parameter's kind or range, the period has no day, or
  ///   division or source are missing.
  public init(
    _ parameter: RuleParameter,
    _ quantity: RuleQuantity,
    division: String,
    period: DatePeriod,
    source: String,
    sourceURL: String? = nil
  ) throws(RuleValueError) {
    guard parameter.definition.type.allows(quantity) else { throw .quantity(parameter, came: quantity) }
    guard !division.isEmpty else { throw .divisionMissing(parameter) }
    guard !source.allSatisfy(\.isWhitespace) else { throw .sourceMissing(parameter) }
    guard !period.isEmpty else { throw .emptyPeriod(parameter, period) }
    self.init(shipped: parameter, quantity, division, from: period.start, to: period.end, source, sourceURL)
  }

  /// Makes a value that ships; the tests check it.
  init(
    shipped parameter: RuleParameter,
    _ quantity: RuleQuantity,
    _ division: String,
    from start: CivilDate? = nil,
    to end: CivilDate? = nil,
    _ source: String,
    _ sourceURL: String? = nil
  ) {
    self.parameter = parameter
    self.quantity = quantity
    self.division = division
    self.period = DatePeriod(from: start, to: end)
    self.source = source
    self.sourceURL = sourceURL
  }

  /// The whole number; 0 for a value of another kind, which the parameter's type excludes.
  public var integer: Int {
    if case .integer(let value) = quantity { value } else { 0 }
  }

  /// The fraction; a whole for a value of another kind, which the parameter's type excludes.
  public var fraction: Fraction {
    if case .fraction(let value) = quantity { value } else { Fraction(unchecked: 1, 1) }
  }

  /// Whether it says yes.
  public var isTrue: Bool { quantity == .boolean(true) }
}
