internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension ServiceArea {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.text(recordNumber, "record_number", limit: 64)
    violations.number(Int64(areaHundredths), "area_hundredths", in: 0...10_000_000_000_000)
    violations.number(Int64(householdCount), "household_count", in: 0...10_000_000)
    violations.period(from: validFrom, to: validTo)
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
  }
}
