internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension PartyOrganisation: StoredResource {
  static let resourceType = ResourceType.partyOrganisation
  static let recordKind = RecordKind(
    "party_organisation",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("kind", .enumeration), IndexColumn("sphere", .enumeration),
      IndexColumn("parent_organisation", .text), IndexColumn("display_name", .text),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout, "sphere": Sphere.layout]
  static let resourceFields: [ResourceField<PartyOrganisation>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("kind", \.kind, .required),
    ResourceField("sphere", \.sphere, .required),
    ResourceField("parent_organisation", \.parentOrganisation),
    ResourceField("links", \.links),
    ResourceField("full_member_count", \.fullMemberCount),
    ResourceField("warnings", \.warnings, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<PartyOrganisation>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("parent_organisation", column: "parent_organisation", to: [target()]) { $0.parentOrganisation },
    ResourceReference(
      "links[].subject",
      column: nil,
      to: [Firm.target(), Compound.target(), Grid.target()],
      all: { $0.links.map(\.subject) }
    ),
  ]
  /// A row for each period in which a unit belongs to an organisation: firms covered on a day are counted by these.
  static let linkKind = RecordKind(
    "party_organisation_link",
    columns: IndexColumn.period + [IndexColumn("subject", .text), IndexColumn("sphere", .enumeration)]
  )
  static let resourceLinks = [
    ResourceLinks<PartyOrganisation>(
      kind: linkKind,
      column: "subject",
      types: [.firm, .compound, .grid],
      split: { organisation in
        organisation.links.map { link in
          .with {
            $0.sphere = organisation.sphere
            $0.links = [link]
          }
        }
      },
      columns: { organisation in
        let link = organisation.links.first ?? Link()
        return [
          "subject": .optional(link.subject), "sphere": .enumeration(organisation.sphere.rawValue),
          "valid_from": .date(link.validFrom), "valid_to": .date(link.validTo),
        ]
      }
    )
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "kind": .enumeration(kind.rawValue), "sphere": .enumeration(sphere.rawValue),
      "parent_organisation": .optional(parentOrganisation), "display_name": .text(displayName),
      "valid_from": .date(validFrom), "valid_to": .date(validTo),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .partyOrganisation(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
