/// Why a line of the rule table is refused.
public enum RuleValueError: Error, Hashable {
  /// No parameter has this key.
  case unknownKey(String)
  /// The value is not of the parameter's kind or range.
  case quantity(RuleParameter, came: RuleQuantity)
  /// No value is given, or a fraction that there cannot be.
  case quantityMissing(RuleParameter)
  /// No division is given.
  case divisionMissing(RuleParameter)
  /// No source is given.
  case sourceMissing(RuleParameter)
  /// The period has no day.
  case emptyPeriod(RuleParameter, DatePeriod)
  /// Another line of the same parameter and division holds on a common day.
  case overlap(RuleParameter, division: String, existing: DatePeriod, new: DatePeriod)
}

extension RuleValueError: BilingualText, CustomStringConvertible {
  /// What was expected and what came.
  public var english: String {
    switch self {
    case .unknownKey(let key): "rule parameter: no parameter has the key \"\(key)\""
    case .quantity(let parameter, let came):
      "\(parameter.rawValue): expected \(parameter.definition.type.english), came \(came)"
    case .quantityMissing(let parameter):
      "\(parameter.rawValue): expected \(parameter.definition.type.english), came no value"
    case .divisionMissing(let parameter): "\(parameter.rawValue): a division is required"
    case .sourceMissing(let parameter): "\(parameter.rawValue): the source of the value is required"
    case .emptyPeriod(let parameter, let period): "\(parameter.rawValue): the period \(period) has no day"
    case .overlap(let parameter, let division, let existing, let new):
      "\(parameter.rawValue): division \(division) already has a value \(existing), which overlaps \(new)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .unknownKey(let key): "没有规则参数“\(key)”"
    case .quantity(let parameter, let came):
      "“\(parameter.definition.chinese)”应为\(parameter.definition.type.chinese)，收到\(came)"
    case .quantityMissing(let parameter):
      "“\(parameter.definition.chinese)”应为\(parameter.definition.type.chinese)，未填写有效值"
    case .divisionMissing(let parameter): "“\(parameter.definition.chinese)”须指明行政区划"
    case .sourceMissing(let parameter): "“\(parameter.definition.chinese)”须注明依据"
    case .emptyPeriod(let parameter, _): "“\(parameter.definition.chinese)”的有效期不含任何一天"
    case .overlap(let parameter, let division, _, _):
      "“\(parameter.definition.chinese)”在区划\(division)的有效期重叠"
    }
  }

  /// The English sentence.
  public var description: String { english }
}
