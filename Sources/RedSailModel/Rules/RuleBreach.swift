/// A rule that something does not meet, with everything an official needs to look it up.
///
/// Thrown where the rule is law; kept as a warning or an open breach where it is policy.
public struct RuleBreach: Error, BilingualText {
  /// The rule with its value, its division and its source.
  public let rule: RuleValue
  /// What came instead, as text.
  public let came: String
  /// What was expected and what came, in English.
  public let english: String
  /// The same in Chinese.
  public let chinese: String

  /// Makes a breach. The rule's key, value, division and source are added to both texts.
  public init(_ rule: RuleValue, came: some CustomStringConvertible, english: String, chinese: String) {
    self.rule = rule
    self.came = came.description
    let place = "\(rule.parameter.rawValue) = \(rule.quantity) in \(rule.division); source: \(rule.source)"
    self.english = "\(english) (rule: \(place))"
    self.chinese =
      "\(chinese)（规则：\(rule.parameter.definition.chinese) \(rule.quantity)，区划\(rule.division)，依据：\(rule.source)）"
  }

  /// The parameter.
  public var parameter: RuleParameter { rule.parameter }
}

extension RuleBreach: CustomStringConvertible {
  /// The English sentence.
  public var description: String { english }
}
