internal import RPCCore
internal import RedSailAPI
internal import RedSailModel

extension Failure {
  /// A rule's parameter does not allow what came.
  ///
  /// - Parameters:
  ///   - breach: The rule and what came.
  ///   - field: The path of the field concerned from the request.
  static func ruleBreached(_ breach: RuleBreach, field: String) -> RPCError {
    self.field(field, .ruleBreached, LocalizedText(breach), metadata: breach.rule.metadata)
  }
}

extension RuleValue {
  /// What an error says of the rule that it rests on.
  var metadata: [String: String] {
    ["parameter": parameter.rawValue, "value": quantity.description, "division": division, "source": source]
  }
}

extension LocalizedText {
  /// A sentence of the model.
  init(_ text: some BilingualText) {
    self.init(text.english, text.chinese)
  }
}

extension RuleWarning {
  /// A rule that is not met, where that is no reason to refuse.
  ///
  /// - Parameters:
  ///   - breach: The rule and what came.
  ///   - reason: The rule's reason.
  ///   - field: The path of the field concerned from the resource.
  init(_ breach: RuleBreach, reason: ErrorReason = .ruleBreached, field: String) {
    self.init()
    self.reason = reason.wireName
    self.field = field
    message = breach.english
    localizedMessage = breach.chinese
  }
}
