internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension ChargingFacility: StoredResource {
  static let resourceType = ResourceType.chargingFacility
  static let recordKind = RecordKind(
    "charging_facility",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("compound", .text), IndexColumn("kind", .enumeration),
      IndexColumn("port_count", .integer),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout]
  static let resourceFields: [ResourceField<ChargingFacility>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("compound", \.compound, .requiredImmutable),
    ResourceField("kind", \.kind, .required),
    ResourceField("port_count", \.portCount, .required),
    ResourceField("operator", \.`operator`),
    ResourceField("fire_protected", \.fireProtected),
  ]
  static let resourceReferences: [ResourceReference<ChargingFacility>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("compound", column: "compound", to: [Compound.target()]) { $0.compound },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "compound": .optional(compound), "kind": .enumeration(kind.rawValue), "port_count": .integer(Int64(portCount)),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .chargingFacility(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
