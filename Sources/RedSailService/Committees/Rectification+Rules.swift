internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Rectification {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.date(dueDate, "due_date")
    violations.text(plan, "plan", limit: 2000)
  }

  static func prepare(
    _ resource: Rectification,
    before: Rectification?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.county, .street, .community],
        field: "rectification.division"
      )
    }
  }
}
