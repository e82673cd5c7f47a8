/// What is fixed of a rule parameter: what it counts, what it may be and what it is called.
public struct RuleDefinition: BilingualText {
  /// The kind of value and its range.
  public let type: RuleValueType
  /// What the value counts.
  public let unit: RuleUnit
  /// The English name.
  public let english: String
  /// The Chinese name.
  public let chinese: String

  init(_ type: RuleValueType, _ unit: RuleUnit, _ english: String, _ chinese: String) {
    self.type = type
    self.unit = unit
    self.english = english
    self.chinese = chinese
  }
}
