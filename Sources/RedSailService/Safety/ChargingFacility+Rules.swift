internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension ChargingFacility {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    if portCount != 0 { violations.number(Int64(portCount), "port_count", in: 1...100_000) }
    violations.publicText(`operator`, "operator", limit: 128)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: ChargingFacility,
    before: ChargingFacility?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.street, .community], field: "charging_facility.division")
      try transaction.checkPlace(of: resource.compound, within: resource.division, field: "charging_facility.compound")
    }
  }
}
