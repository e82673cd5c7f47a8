internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Venue: StoredResource {
  static let resourceType = ResourceType.venue
  static let recordKind = RecordKind(
    "venue",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("kind", .enumeration), IndexColumn("station", .text),
      IndexColumn("keeper", .text),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout]
  static let resourceFields: [ResourceField<Venue>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("kind", \.kind, .required),
    ResourceField("station", \.station),
    ResourceField("keeper", \.keeper),
    ResourceField("address", \.address),
    ResourceField("capacity", \.capacity),
  ]
  static let resourceReferences: [ResourceReference<Venue>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("station", column: "station", to: [Station.target()]) { $0.station },
    ResourceReference(
      "keeper",
      column: "keeper",
      to: [PartyOrganisation.target(), Firm.target(), Committee.target(), Project.target(), Division.target()]
    ) { $0.keeper },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "kind": .enumeration(kind.rawValue), "station": .optional(station), "keeper": .optional(keeper),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .venue(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
