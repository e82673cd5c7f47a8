internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension ServiceArea: StoredResource {
  static let resourceType = ResourceType.serviceArea
  static let recordKind = RecordKind(
    "service_area",
    columns: IndexColumn.times + IndexColumn.period + [.division, IndexColumn("display_name", .text)]
  )
  static let resourceFields: [ResourceField<ServiceArea>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("compounds", \.compounds, .required),
    ResourceField("record_number", \.recordNumber),
    ResourceField("area_hundredths", \.areaHundredths),
    ResourceField("household_count", \.householdCount),
  ]
  static let resourceReferences: [ResourceReference<ServiceArea>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("compounds[]", column: nil, to: [Compound.target()], all: { $0.compounds }),
  ]
  static let resourceLinks: [ResourceLinks<ServiceArea>] = [
    ResourceLinks(
      kind: compoundsLinkKind,
      column: "subject",
      types: [.compound],
      split: { owner in
        owner.compounds.map { subject in
          .with {
            $0.validFrom = owner.validFrom
            $0.validTo = owner.validTo
            $0.compounds = [subject]
          }
        }
      },
      columns: {
        [
          "subject": .optional($0.compounds.first ?? ""), "valid_from": .date($0.validFrom),
          "valid_to": .date($0.validTo),
        ]
      }
    )
  ]
  /// A row for each of `compounds`: queries find the service area by it.
  static let compoundsLinkKind = RecordKind(
    "service_area_compounds",
    columns: IndexColumn.period + [IndexColumn("subject", .text)]
  )

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .serviceArea(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
