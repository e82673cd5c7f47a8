internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Unit {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    if areaHundredths != 0 { violations.number(Int64(areaHundredths), "area_hundredths", in: 1...10_000_000_000) }
    violations.value(use, "use")
    violations.text(ownerKey, "owner_key", limit: 64)
    violations.noPersonalData(ownerKey, "owner_key", PersonalDataScan(caller: nil))
  }

  static func prepare(
    _ resource: Unit,
    before: Unit?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.community, .street], field: "unit.division")
    }
    guard before?.division != resource.division || before?.serviceArea != resource.serviceArea else { return }
    let building = try transaction.referred(Building.self, named: resource.building, field: "unit.building")
    try Failure.check(resource.division, "unit.division", equals: building.resource.division, of: building)
    if !building.resource.serviceArea.isEmpty {
      try Failure.check(resource.serviceArea, "unit.service_area", equals: building.resource.serviceArea, of: building)
      return
    }
    let area = try transaction.referred(ServiceArea.self, named: resource.serviceArea, field: "unit.service_area")
    guard !area.resource.compounds.contains(building.resource.compound) else { return }
    throw Failure.field(
      "unit.service_area",
      .invalidField,
      LocalizedText(
        "'\(resource.serviceArea)' does not hold '\(building.resource.compound)', where the building stands",
        "该物业服务区域不含房屋所在小区"
      )
    )
  }
}
