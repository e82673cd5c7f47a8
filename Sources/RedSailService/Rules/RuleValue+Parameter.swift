internal import RedSailAPI
internal import RedSailModel

extension RuleValue {
  /// The value that a record loads.
  ///
  /// - Throws: `RuleValueError`.
  init(_ parameter: Parameter) throws(RuleValueError) {
    let key = try RuleParameter(key: parameter.key)
    guard let quantity = parameter.value.flatMap({ RuleQuantity($0) }) else { throw .quantityMissing(key) }
    try self.init(
      key,
      quantity,
      division: parameter.divisionCode,
      period: DatePeriod(from: parameter.validFrom?.civilDate, to: parameter.validTo?.civilDate),
      source: parameter.source,
      sourceURL: parameter.sourceURL.isEmpty ? nil : parameter.sourceURL
    )
  }
}

extension RuleQuantity {
  /// The quantity of a message; nil where it has none, or no fraction that there can be.
  init?(_ value: ParameterValue) {
    switch value.kind {
    case .integer(let number): self = .integer(Int(number))
    case .boolean(let truth): self = .boolean(truth)
    case .fraction(let parts):
      guard let fraction = Fraction(parts.numerator, over: parts.denominator) else { return nil }
      self = .fraction(fraction)
    case nil: return nil
    }
  }
}

extension ParameterValue {
  /// A quantity as a message.
  init(_ quantity: RuleQuantity) {
    self.init()
    switch quantity {
    case .integer(let number): kind = .integer(Int64(number))
    case .boolean(let truth): kind = .boolean(truth)
    case .fraction(let fraction):
      kind = .fraction(
        .with {
          $0.numerator = fraction.numerator
          $0.denominator = fraction.denominator
        }
      )
    }
  }
}
