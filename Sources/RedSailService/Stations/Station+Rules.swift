internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Station {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.text(address, "address", limit: 200)
    for (index, value) in facilities.enumerated() { violations.value(value, "facilities[\(index)]", required: true) }
    violations.text(openingHours, "opening_hours", limit: 128)
    violations.number(Int64(volunteerCount), "volunteer_count", in: 0...1_000_000)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: Station,
    before: Station?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.street, .community], field: "station.division")
    }
  }
}
