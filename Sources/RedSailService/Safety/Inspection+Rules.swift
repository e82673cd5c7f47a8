internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Inspection {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    for (index, value) in kinds.enumerated() { violations.value(value, "kinds[\(index)]", required: true) }
    violations.date(inspectionDate, "inspection_date")
    if inspector != nil { violations.person(inspector, "inspector", required: true) }
    violations.text(summary, "summary", limit: 2000)
    violations.noPersonalData(summary, "summary", PersonalDataScan(caller: nil))
    violations.number(Int64(hazardCount), "hazard_count", in: 0...100_000)
  }

  static func prepare(
    _ resource: Inspection,
    before: Inspection?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.county, .street, .community], field: "inspection.division")
      try transaction.checkPlace(of: resource.compound, within: resource.division, field: "inspection.compound")
    }
    if before?.project != resource.project {
      try transaction.checkProject(resource.project, manages: resource.compound, field: "inspection.project")
    }
    if before == nil { try transaction.checkPast(["inspection.inspection_date": resource.inspectionDate]) }
  }
}
