internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Inspection: StoredResource {
  static let resourceType = ResourceType.inspection
  static let recordKind = RecordKind(
    "inspection",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("compound", .text), IndexColumn("project", .text),
      IndexColumn("inspection_date", .date), IndexColumn("hazard_count", .integer),
    ]
  )
  static let resourceFields: [ResourceField<Inspection>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName),
    ResourceField("compound", \.compound, .requiredImmutable),
    ResourceField("project", \.project),
    ResourceField("kinds", \.kinds),
    ResourceField("inspection_date", \.inspectionDate, .requiredImmutable),
    ResourceField("inspector", \.inspector, .required),
    ResourceField("summary", \.summary),
    ResourceField("hazard_count", \.hazardCount),
  ]
  static let resourceReferences: [ResourceReference<Inspection>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("compound", column: "compound", to: [Compound.target()]) { $0.compound },
    ResourceReference("project", column: "project", to: [Project.target()]) { $0.project },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "compound": .optional(compound), "project": .optional(project),
      "inspection_date": .date(inspectionDate), "hazard_count": .integer(Int64(hazardCount)),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .inspection(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
