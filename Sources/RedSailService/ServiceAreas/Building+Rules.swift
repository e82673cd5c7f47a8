internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Building {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
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
      let compound = try transaction.referred(Compound.self, named: resource.compound, field: "building.compound")
      try Failure.check(resource.division, "building.division", equals: compound.resource.division, of: compound)
    }
    guard before?.serviceArea != resource.serviceArea, !resource.serviceArea.isEmpty else { return }
    let area = try transaction.referred(ServiceArea.self, named: resource.serviceArea, field: "building.service_area")
    guard area.resource.compounds.contains(resource.compound) else {
      throw Failure.field(
        "building.service_area",
        .invalidField,
        LocalizedText("'\(resource.compound)' is not in '\(resource.serviceArea)'", "该物业服务区域不含楼栋所在小区")
      )
    }
    guard before != nil else { return }
    let units = Predicate.and([
      .compare("building", .equal, .text(name.text)), .compare("service_area", .notEqual, .text(resource.serviceArea)),
    ])
    let query = ListQuery(Unit.recordKind, where: RecordFilter(predicate: units), pageSize: 1)
    if let unit = try transaction.list(query).records.first { throw Failure.stillReferenced(name.text, by: unit.name) }
  }
}
