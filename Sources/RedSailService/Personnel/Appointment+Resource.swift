internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Appointment: StoredResource {
  static let resourceType = ResourceType.appointment
  static let recordKind = RecordKind(
    "appointment",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("kind", .enumeration), IndexColumn("from_organisation", .text),
      IndexColumn("to_organisation", .text), IndexColumn("person_reference", .text, field: "person.reference"),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout]
  static let resourceFields: [ResourceField<Appointment>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("kind", \.kind, .requiredImmutable),
    ResourceField("person", \.person, .required),
    ResourceField("from_organisation", \.fromOrganisation, .required),
    ResourceField("to_organisation", \.toOrganisation, .requiredImmutable),
    ResourceField("post", \.post),
    ResourceField("basis", \.basis),
  ]
  static let resourceReferences: [ResourceReference<Appointment>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference(
      "from_organisation",
      column: "from_organisation",
      to: [
        PartyOrganisation.target(), Firm.target(), Committee.target(), Division.target(), Grid.target(),
        Project.target(),
      ]
    ) { $0.fromOrganisation },
    ResourceReference(
      "to_organisation",
      column: "to_organisation",
      to: [PartyOrganisation.target(), Firm.target(), Committee.target(), Grid.target(), Project.target()]
    ) { $0.toOrganisation },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "valid_from": .date(validFrom), "valid_to": .date(validTo), "kind": .enumeration(kind.rawValue),
      "from_organisation": .optional(fromOrganisation), "to_organisation": .optional(toOrganisation),
      "person_reference": .optional(person?.reference ?? ""),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .appointment(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
