internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Venue {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.text(address, "address", limit: 200)
    violations.number(Int64(capacity), "capacity", in: 0...100_000)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: Venue,
    before: Venue?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.county, .street, .community], field: "venue.division")
    }
  }
}
