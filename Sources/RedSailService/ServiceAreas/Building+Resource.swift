internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Building: StoredResource {
  static let resourceType = ResourceType.building
  static let recordKind = RecordKind(
    "building",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("compound", .text), IndexColumn("service_area", .text),
    ]
  )
  static let resourceFields: [ResourceField<Building>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("compound", \.compound, .requiredImmutable),
    ResourceField("service_area", \.serviceArea),
    ResourceField("build_year", \.buildYear),
    ResourceField("storey_count", \.storeyCount),
    ResourceField("lift_count", \.liftCount),
  ]
  static let resourceReferences: [ResourceReference<Building>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("compound", column: "compound", to: [Compound.target()]) { $0.compound },
    ResourceReference("service_area", column: "service_area", to: [ServiceArea.target()]) { $0.serviceArea },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "compound": .optional(compound), "service_area": .optional(serviceArea),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .building(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
