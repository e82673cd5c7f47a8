internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Parameter: StoredResource {
  static let resourceType = ResourceType.parameter
  static let recordKind = RecordKind(
    "parameter",
    columns: IndexColumn.times + IndexColumn.period + [.division, IndexColumn("key", .text)]
  )
  static let resourceFields: [ResourceField<Parameter>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("key", \.key, .requiredImmutable),
    ResourceField("value", \.value, .required),
    ResourceField("source", \.source, .required),
    ResourceField("source_url", \.sourceURL),
  ]
  static let resourceReferences: [ResourceReference<Parameter>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division }
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "valid_from": .date(validFrom), "valid_to": .date(validTo), "key": .optional(key),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .parameter(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
