internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Succession {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.value(kind, "kind")
    violations.date(date, "date")
    violations.text(reason, "reason", limit: 500)
  }

  static func prepare(
    _ resource: Succession,
    before: Succession?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "succession.division"
      )
    }
  }
}
