internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Honour: StoredResource {
  static let resourceType = ResourceType.honour
  static let recordKind = RecordKind(
    "honour",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("kind", .enumeration), IndexColumn("subject", .text),
      IndexColumn("level", .enumeration), IndexColumn("batch", .integer), IndexColumn("year", .integer),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout, "level": Level.layout]
  static let resourceFields: [ResourceField<Honour>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("kind", \.kind, .requiredImmutable),
    ResourceField("subject", \.subject, .requiredImmutable),
    ResourceField("level", \.level, .required),
    ResourceField("batch", \.batch),
    ResourceField("year", \.year, .required),
    ResourceField("awarding_body", \.awardingBody),
    ResourceField("criteria", \.criteria),
    ResourceField("document_number", \.documentNumber),
  ]
  static let resourceReferences: [ResourceReference<Honour>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference(
      "subject",
      column: "subject",
      to: [
        Firm.target(), Project.target(), Compound.target(), Committee.target(), Station.target(),
        PartyOrganisation.target(), Programme.target(), Division.target(),
      ]
    ) { $0.subject },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "kind": .enumeration(kind.rawValue), "subject": .optional(subject), "level": .enumeration(level.rawValue),
      "batch": .integer(Int64(batch)), "year": .integer(Int64(year)),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .honour(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
