internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Unit {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    if areaHundredths != 0 { violations.number(Int64(areaHundredths), "area_hundredths", in: 1...10_000_000_000) }
    violations.value(use, "use")
    violations.text(ownerKey, "owner_key", limit: 64)
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
  }
}
