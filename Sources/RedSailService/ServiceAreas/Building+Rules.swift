internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Building {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.number(Int64(buildYear), "build_year", in: 0...2_200)
    violations.number(Int64(storeyCount), "storey_count", in: 0...300)
    violations.number(Int64(liftCount), "lift_count", in: 0...100)
  }

  static func prepare(
    _ resource: Building,
    before: Building?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.community, .street], field: "building.division")
    }
  }
}
