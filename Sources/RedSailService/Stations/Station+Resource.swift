internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Station: StoredResource {
  static let resourceType = ResourceType.station
  static let recordKind = RecordKind(
    "station",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("grid", .text), IndexColumn("compound", .text),
      IndexColumn("party_organisation", .text), IndexColumn("volunteer_count", .integer),
      IndexColumn("takes_issues", .boolean),
    ]
  )
  static let resourceFields: [ResourceField<Station>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("grid", \.grid, .required),
    ResourceField("compound", \.compound),
    ResourceField("address", \.address),
    ResourceField("party_organisation", \.partyOrganisation),
    ResourceField("facilities", \.facilities),
    ResourceField("duty_roster", \.dutyRoster),
    ResourceField("opening_hours", \.openingHours),
    ResourceField("volunteer_count", \.volunteerCount),
    ResourceField("takes_issues", \.takesIssues),
  ]
  static let resourceReferences: [ResourceReference<Station>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("grid", column: "grid", to: [Grid.target()]) { $0.grid },
    ResourceReference("compound", column: "compound", to: [Compound.target()]) { $0.compound },
    ResourceReference("party_organisation", column: "party_organisation", to: [PartyOrganisation.target()]) {
      $0.partyOrganisation
    },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "grid": .optional(grid), "compound": .optional(compound), "party_organisation": .optional(partyOrganisation),
      "volunteer_count": .integer(Int64(volunteerCount)), "takes_issues": .boolean(takesIssues),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .station(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
