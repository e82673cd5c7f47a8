internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Programme: StoredResource {
  static let resourceType = ResourceType.programme
  static let recordKind = RecordKind(
    "programme",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("kind", .enumeration), IndexColumn("year", .integer),
      IndexColumn("progress_percent", .integer), IndexColumn("done_date", .date),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout]
  static let resourceFields: [ResourceField<Programme>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("kind", \.kind, .requiredImmutable),
    ResourceField("year", \.year, .required),
    ResourceField("number", \.number),
    ResourceField("lead_body", \.leadBody),
    ResourceField("target", \.target),
    ResourceField("progress", \.progress),
    ResourceField("progress_percent", \.progressPercent),
    ResourceField("done_date", \.doneDate),
  ]
  static let resourceReferences: [ResourceReference<Programme>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division }
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "kind": .enumeration(kind.rawValue), "year": .integer(Int64(year)),
      "progress_percent": .integer(Int64(progressPercent)), "done_date": .date(doneDate),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .programme(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
