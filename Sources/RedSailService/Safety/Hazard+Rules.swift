internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Hazard {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 200)
    violations.value(kind, "kind")
    violations.value(severity, "severity")
    violations.date(foundDate, "found_date")
  }

  static func prepare(
    _ resource: Hazard,
    before: Hazard?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.county, .street, .community], field: "hazard.division")
    }
  }
}
