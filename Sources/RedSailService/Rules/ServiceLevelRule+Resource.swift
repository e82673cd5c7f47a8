internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension ServiceLevelRule: StoredResource {
  static let resourceType = ResourceType.serviceLevelRule
  static let recordKind = RecordKind(
    "service_level_rule",
    columns: IndexColumn.times + IndexColumn.period + [.division, IndexColumn("category", .text)]
  )
  static let resourceFields: [ResourceField<ServiceLevelRule>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("category", \.category, .immutable),
    ResourceField("working_days", \.workingDays),
    ResourceField("clock_hours", \.clockHours),
    ResourceField("source", \.source, .required),
  ]
  static let resourceReferences: [ResourceReference<ServiceLevelRule>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division }
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "valid_from": .date(validFrom), "valid_to": .date(validTo), "category": .optional(category),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .serviceLevelRule(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
