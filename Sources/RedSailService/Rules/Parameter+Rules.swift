internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Parameter {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(key, "key", limit: 64)
    violations.text(source, "source", limit: 500)
    violations.text(sourceURL, "source_url", limit: 500)
    violations.period(from: validFrom, to: validTo)
    if !source.isEmpty, source.allSatisfy(\.isWhitespace) { violations.missing("source") }
    guard !key.isEmpty else { return }
    guard let parameter = RuleParameter(rawValue: key) else {
      violations.parameter("key", key, .unknownKey(key), expected: "one of the keys that ResolveParameters lists")
      return
    }
    guard let value else { return }
    let type = parameter.definition.type
    if let quantity = RuleQuantity(value) {
      guard !type.allows(quantity) else { return }
      violations.parameter("value", key, .quantity(parameter, came: quantity), expected: type.english)
    } else {
      violations.parameter("value", key, .quantityMissing(parameter), expected: type.english)
    }
  }

  /// One value of a parameter holds in a division on a day.
  static func prepare(
    _ resource: Parameter,
    before: Parameter?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "parameter.division"
      )
    }
    let period = Period(resource.validFrom, resource.validTo)
    let same = Predicate.matching(["key": .text(resource.key), "division_name": .text(resource.division)])
    if let other = try transaction.overlapping(Parameter.self, same, period, besides: name) {
      let theirs = Period(other.validFrom, other.validTo)
      throw Failure.periodOverlap(
        LocalizedText(
          "\(resource.key) has a value in '\(resource.division)' by '\(other.name)' for \(theirs), which overlaps \(period):"
            + " end that first",
          "该区划的参数“\(resource.key)”在\(theirs)已有取值，与\(period)重叠，请先终止原取值"
        ),
        with: other.name
      )
    }
  }

  /// Everyone goes by the new rules from here on.
  static func didWrite(
    _ after: Parameter?,
    before: Parameter?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    try transaction.renewStamp(RuleBook.stamp)
    try PartyRatioRecount(transaction: transaction).run(after: after, before: before)
  }
}

extension Violations {
  /// A key or a value that no parameter has.
  fileprivate mutating func parameter(_ field: String, _ key: String, _ error: RuleValueError, expected: String) {
    add(field, .invalidParameter, LocalizedText(error), metadata: ["key": key, "expected": expected])
  }
}
