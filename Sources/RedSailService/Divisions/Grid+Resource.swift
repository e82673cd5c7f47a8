internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Grid: StoredResource {
  static let resourceType = ResourceType.grid
  static let recordKind = RecordKind(
    "grid",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("code", .text), IndexColumn("scheme", .text), IndexColumn("display_name", .text),
    ]
  )
  static let resourceFields: [ResourceField<Grid>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("scheme", \.scheme, .requiredImmutable),
    ResourceField("code", \.code, .requiredImmutable),
    ResourceField("successors", \.successors),
  ]
  static let resourceReferences: [ResourceReference<Grid>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("successors[]", column: nil, to: [target()], all: \.successors),
  ]
  static let resourceLinks = [
    ResourceLinks<Grid>(
      kind: RecordKind("grid_successor", columns: [IndexColumn("successor", .text)]),
      column: "successor",
      types: [.grid],
      split: { grid in grid.successors.map { successor in .with { $0.successors = [successor] } } },
      columns: { ["successor": .optional($0.successors.first ?? "")] }
    )
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division), "code": .text(code),
      "scheme": .text(scheme), "display_name": .text(displayName), "valid_from": .date(validFrom),
      "valid_to": .date(validTo),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .grid(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
  mutating func setSuccessors(_ names: [String]) { successors = names }

  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 64)
    violations.text(scheme, "scheme", limit: 64)
    violations.text(code, "code", limit: 64)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(_ resource: Grid, before: Grid?, named name: ResourceName, in transaction: any StoreTransaction)
    throws
  {
    if let index = resource.successors.firstIndex(of: name.text) {
      throw Failure.field(
        "grid.successors[\(index)]",
        .invalidField,
        LocalizedText("a grid does not take its own place", "不能以自身为承继网格")
      )
    }
    guard before?.division != resource.division else { return }
    try transaction.checkLevel(of: resource.division, [.community], field: "grid.division")
  }
}
