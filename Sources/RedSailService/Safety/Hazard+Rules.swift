internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Hazard {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 200)
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
      try transaction.checkPlace(of: resource.compound, within: resource.division, field: "hazard.compound")
    }
    if before?.project != resource.project {
      try transaction.checkProject(resource.project, manages: resource.compound, field: "hazard.project")
    }
    guard before == nil else { return }
    try transaction.checkPast(["hazard.found_date": resource.foundDate])
    guard !resource.inspection.isEmpty else { return }
    let inspection = try transaction.referred(Inspection.self, named: resource.inspection, field: "hazard.inspection")
    guard inspection.resource.compound == resource.compound else {
      throw Failure.field(
        "hazard.inspection",
        .invalidField,
        LocalizedText(
          "'\(resource.inspection)' inspected '\(inspection.resource.compound)', not '\(resource.compound)'",
          "来源检查与隐患不在同一小区"
        )
      )
    }
    if let found = resource.foundDate?.civilDate, let inspected = inspection.resource.inspectionDate?.civilDate,
      found < inspected
    {
      throw Failure.field(
        "hazard.found_date",
        .invalidField,
        LocalizedText("lies before the inspection: \(found), \(inspected)", "发现日期早于检查日期")
      )
    }
  }
}
