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
  }

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
  }

  /// Everyone goes by the new rules from here on.
  static func didWrite(
    _ after: Parameter?,
    before: Parameter?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    try transaction.renewStamp(RuleBook.stamp)
  }
}
