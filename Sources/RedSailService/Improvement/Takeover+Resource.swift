internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Takeover: StoredResource {
  static let resourceType = ResourceType.takeover
  static let recordKind = RecordKind(
    "takeover",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("compound", .text), IndexColumn("firm", .text),
      IndexColumn("project", .text), IndexColumn("takeover_date", .date),
    ]
  )
  static let resourceFields: [ResourceField<Takeover>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName),
    ResourceField("compound", \.compound, .requiredImmutable),
    ResourceField("firm", \.firm, .requiredImmutable),
    ResourceField("project", \.project),
    ResourceField("takeover_date", \.takeoverDate, .required),
    ResourceField("previous_management", \.previousManagement),
    ResourceField("defects", \.defects),
    ResourceField("remedied_count", \.remediedCount),
  ]
  static let resourceReferences: [ResourceReference<Takeover>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("compound", column: "compound", to: [Compound.target()]) { $0.compound },
    ResourceReference("firm", column: "firm", to: [Firm.target()]) { $0.firm },
    ResourceReference("project", column: "project", to: [Project.target()]) { $0.project },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "compound": .optional(compound), "firm": .optional(firm),
      "project": .optional(project), "takeover_date": .date(takeoverDate),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .takeover(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
