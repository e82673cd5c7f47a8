internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Unit: StoredResource {
  static let resourceType = ResourceType.unit
  static let recordKind = RecordKind(
    "unit",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("building", .text), IndexColumn("service_area", .text),
      IndexColumn("use", .enumeration), IndexColumn("developer_owned", .boolean),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["use": Use.layout]
  static let resourceFields: [ResourceField<Unit>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("building", \.building, .requiredImmutable),
    ResourceField("service_area", \.serviceArea, .required),
    ResourceField("area_hundredths", \.areaHundredths, .required),
    ResourceField("use", \.use),
    ResourceField("owner_key", \.ownerKey),
    ResourceField("developer_owned", \.developerOwned),
  ]
  static let resourceReferences: [ResourceReference<Unit>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("building", column: "building", to: [Building.target()]) { $0.building },
    ResourceReference("service_area", column: "service_area", to: [ServiceArea.target()]) { $0.serviceArea },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "building": .optional(building), "service_area": .optional(serviceArea),
      "use": .enumeration(use.rawValue), "developer_owned": .boolean(developerOwned),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .unit(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
