internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Candidate: StoredResource {
  static let resourceType = ResourceType.candidate
  static let recordKind = RecordKind(
    "candidate",
    columns: IndexColumn.times + [
      .division, IndexColumn("election", .text), IndexColumn("category", .enumeration),
      IndexColumn("party_member", .boolean), IndexColumn("vetting", .enumeration),
      IndexColumn("vetting_organisation", .text),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["category": Category.layout, "vetting": Vetting.layout]
  static let resourceFields: [ResourceField<Candidate>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("election", \.election, .requiredImmutable),
    ResourceField("person", \.person, .requiredImmutable),
    ResourceField("category", \.category, .required),
    ResourceField("party_member", \.partyMember),
    ResourceField("unit", \.unit),
    ResourceField("proposer", \.proposer, .requiredImmutable),
    ResourceField("vetting", \.vetting, .outputOnly),
    ResourceField("vetting_reason", \.vettingReason, .outputOnly),
    ResourceField("vetting_organisation", \.vettingOrganisation, .outputOnly),
    ResourceField("vetting_time", \.vettingTime, .outputOnly),
    ResourceField("vetter", \.vetter, .outputOnly),
    ResourceField("reviewed", \.reviewed, .outputOnly),
    ResourceField("reviewer", \.reviewer, .outputOnly),
    ResourceField("withdrawal_reason", \.withdrawalReason, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<Candidate>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("election", column: "election", to: [Election.target()]) { $0.election },
    ResourceReference("unit", column: nil, to: [Unit.target()]) { $0.unit },
    ResourceReference("vetting_organisation", column: "vetting_organisation", to: [PartyOrganisation.target()]) {
      $0.vettingOrganisation
    },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "election": .optional(election), "category": .enumeration(category.rawValue),
      "party_member": .boolean(partyMember), "vetting": .enumeration(vetting.rawValue),
      "vetting_organisation": .optional(vettingOrganisation),
    ]
  }

  /// The feed tells only that the record changed: what it holds is about a person.
  var changeResource: RedSailAPI.Change.Resource? { nil }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
