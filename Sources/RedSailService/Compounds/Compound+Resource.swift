internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Compound: StoredResource {
  static let resourceType = ResourceType.compound
  static let recordKind = RecordKind(
    "compound",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("grid", .text), IndexColumn("display_name", .text), IndexColumn("build_year", .integer),
      IndexColumn("old_compound", .boolean), IndexColumn("branch_eligible", .boolean),
    ]
  )
  static let resourceFields: [ResourceField<Compound>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("grid", \.grid),
    ResourceField("address", \.address),
    ResourceField("build_year", \.buildYear),
    ResourceField("area_hundredths", \.areaHundredths),
    ResourceField("household_count", \.householdCount),
    ResourceField("old_compound", \.oldCompound),
    ResourceField("branch_eligible", \.branchEligible),
  ]
  static let resourceReferences: [ResourceReference<Compound>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("grid", column: "grid", to: [Grid.target()]) { $0.grid },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "grid": .optional(grid), "display_name": .text(displayName),
      "build_year": buildYear == 0 ? .null : .integer(Int64(buildYear)), "old_compound": .boolean(oldCompound),
      "branch_eligible": .boolean(branchEligible), "valid_from": .date(validFrom), "valid_to": .date(validTo),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .compound(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }

  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 64)
    violations.publicText(address, "address", limit: 200)
    violations.period(from: validFrom, to: validTo)
    if buildYear != 0 { violations.number(Int64(buildYear), "build_year", in: 1_800...9_999) }
    violations.number(areaHundredths, "area_hundredths", in: 0...Int64.max)
    violations.number(Int64(householdCount), "household_count", in: 0...Int64(Int32.max))
  }

  static func prepare(
    _ resource: Compound,
    before: Compound?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    guard before?.division != resource.division || before?.grid != resource.grid else { return }
    try transaction.checkLevel(of: resource.division, [.community], field: "compound.division")
    guard !resource.grid.isEmpty else { return }
    let grid = try transaction.referred(Grid.self, named: resource.grid, field: "compound.grid").resource
    guard grid.division == resource.division else {
      throw Failure.field(
        "compound.grid",
        .invalidField,
        LocalizedText(
          "'\(resource.grid)' lies in '\(grid.division)', the compound in '\(resource.division)'",
          "网格与小区不在同一社区"
        )
      )
    }
  }
}
