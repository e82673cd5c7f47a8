internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension DutyList: StoredResource {
  static let resourceType = ResourceType.dutyList
  static let recordKind = RecordKind(
    "duty_list",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("role", .enumeration), IndexColumn("subject", .text),
      IndexColumn("version", .integer),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["role": Role.layout]
  static let resourceFields: [ResourceField<DutyList>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("role", \.role, .requiredImmutable),
    ResourceField("subject", \.subject),
    ResourceField("version", \.version, .required),
    ResourceField("duties", \.duties, .required),
  ]
  static let resourceReferences: [ResourceReference<DutyList>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("subject", column: "subject", to: [Firm.target(), Committee.target()]) { $0.subject },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "role": .enumeration(role.rawValue), "subject": .optional(subject), "version": .integer(Int64(version)),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .dutyList(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
