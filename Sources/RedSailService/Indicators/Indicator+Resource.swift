internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Indicator: StoredResource {
  static let resourceType = ResourceType.indicator
  static let recordKind = RecordKind(
    "indicator",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("code", .text), IndexColumn("parent_indicator", .text),
      IndexColumn("report", .text),
    ]
  )
  static let resourceFields: [ResourceField<Indicator>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("code", \.code, .requiredImmutable),
    ResourceField("parent_indicator", \.parentIndicator),
    ResourceField("position", \.position),
    ResourceField("report", \.report),
    ResourceField("figure", \.figure),
    ResourceField("target", \.target),
    ResourceField("responsible_roles", \.responsibleRoles),
  ]
  static let resourceReferences: [ResourceReference<Indicator>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("parent_indicator", column: "parent_indicator", to: [target()]) { $0.parentIndicator },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "code": .optional(code), "parent_indicator": .optional(parentIndicator), "report": .optional(report),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .indicator(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
