internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension ServiceArea {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.text(recordNumber, "record_number", limit: 64)
    violations.number(Int64(areaHundredths), "area_hundredths", in: 0...10_000_000_000_000)
    violations.number(Int64(householdCount), "household_count", in: 0...10_000_000)
    violations.period(from: validFrom, to: validTo)
    violations.distinct(compounds, "compounds")
  }

  static func prepare(
    _ resource: ServiceArea,
    before: ServiceArea?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.county, .street, .community], field: "service_area.division")
    }
    guard before?.division != resource.division || before?.compounds != resource.compounds else { return }
    try transaction.check(resource.compounds, lieIn: resource.division, field: "service_area.compounds")
    for compound in before?.compounds ?? [] where !resource.compounds.contains(compound) {
      let buildings = Predicate.matching(["compound": .text(compound), "service_area": .text(name.text)])
      let query = ListQuery(Building.recordKind, where: RecordFilter(predicate: buildings), pageSize: 1)
      if let building = try transaction.list(query).records.first {
        throw Failure.stillReferenced(compound, by: building.name)
      }
    }
  }
}
