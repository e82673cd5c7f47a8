internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Member: StoredResource {
  static let resourceType = ResourceType.member
  static let recordKind = RecordKind(
    "member",
    columns: IndexColumn.times + [
      .division, IndexColumn("party_organisation", .text),
      IndexColumn("person_reference", .text, field: "person.reference"), IndexColumn("key_post", .text),
      IndexColumn("stage", .enumeration), IndexColumn("application_date", .date), IndexColumn("activist_date", .date),
      IndexColumn("target_date", .date), IndexColumn("probation_date", .date), IndexColumn("full_date", .date),
      IndexColumn("left_date", .date), IndexColumn("backbone_date", .date),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["stage": Stage.layout]
  static let resourceFields: [ResourceField<Member>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("party_organisation", \.partyOrganisation, .required),
    ResourceField("person", \.person, .requiredImmutable),
    ResourceField("key_post", \.keyPost),
    ResourceField("stage", \.stage, .immutable),
    ResourceField("application_date", \.applicationDate, .immutable),
    ResourceField("activist_date", \.activistDate, .immutable),
    ResourceField("target_date", \.targetDate, .immutable),
    ResourceField("probation_date", \.probationDate, .immutable),
    ResourceField("full_date", \.fullDate, .immutable),
    ResourceField("left_date", \.leftDate, .outputOnly),
    ResourceField("backbone_date", \.backboneDate, .outputOnly),
    ResourceField("left_reason", \.leftReason, .outputOnly),
    ResourceField("has_identity", \.hasIdentity, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<Member>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("party_organisation", column: "party_organisation", to: [PartyOrganisation.target()]) {
      $0.partyOrganisation
    },
    // A post can go while a member refers to it: whoever deletes one is not told who is on the way into the party.
    ResourceReference("key_post", column: nil, to: [KeyPost.target()]) { $0.keyPost },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "party_organisation": .optional(partyOrganisation),
      "person_reference": .optional(person?.reference ?? ""), "key_post": .optional(keyPost),
      "stage": .enumeration(stage.rawValue), "application_date": .date(applicationDate),
      "activist_date": .date(activistDate), "target_date": .date(targetDate), "probation_date": .date(probationDate),
      "full_date": .date(fullDate), "left_date": .date(leftDate), "backbone_date": .date(backboneDate),
    ]
  }

  /// The feed tells only that the record changed: what it holds is about a person.
  var changeResource: RedSailAPI.Change.Resource? { nil }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
