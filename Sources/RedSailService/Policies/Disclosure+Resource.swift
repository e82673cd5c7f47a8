internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Disclosure: StoredResource {
  static let resourceType = ResourceType.disclosure
  static let recordKind = RecordKind(
    "disclosure",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("kind", .enumeration), IndexColumn("subject", .text),
      IndexColumn("compound", .text), IndexColumn("publication_date", .date),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout]
  static let resourceFields: [ResourceField<Disclosure>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName),
    ResourceField("kind", \.kind, .requiredImmutable),
    ResourceField("subject", \.subject, .requiredImmutable),
    ResourceField("compound", \.compound),
    ResourceField("publication_date", \.publicationDate, .required),
    ResourceField("period_from", \.periodFrom),
    ResourceField("period_to", \.periodTo),
    ResourceField("place", \.place),
    ResourceField("content_sha256", \.contentSha256),
  ]
  static let resourceReferences: [ResourceReference<Disclosure>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("subject", column: "subject", to: [Project.target(), Committee.target()]) { $0.subject },
    ResourceReference("compound", column: "compound", to: [Compound.target()]) { $0.compound },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "kind": .enumeration(kind.rawValue), "subject": .optional(subject),
      "compound": .optional(compound), "publication_date": .date(publicationDate),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .disclosure(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
