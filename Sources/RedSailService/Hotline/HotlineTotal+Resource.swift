internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension HotlineTotal: StoredResource {
  static let resourceType = ResourceType.hotlineTotal
  static let recordKind = RecordKind(
    "hotline_total",
    columns: IndexColumn.times + [
      .division, IndexColumn("year", .integer), IndexColumn("month", .integer), IndexColumn("call_count", .integer),
      IndexColumn("property_call_count", .integer),
      // The month's first day: what reports go by.
      IndexColumn("month_date", .date),
    ]
  )
  static let resourceFields: [ResourceField<HotlineTotal>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("year", \.year, .requiredImmutable),
    ResourceField("month", \.month, .requiredImmutable),
    ResourceField("call_count", \.callCount, .required),
    ResourceField("property_call_count", \.propertyCallCount),
    ResourceField("source", \.source),
  ]
  static let resourceReferences: [ResourceReference<HotlineTotal>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division }
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "year": .integer(Int64(year)), "month": .integer(Int64(month)), "call_count": .integer(Int64(callCount)),
      "property_call_count": .integer(Int64(propertyCallCount)),
      "month_date": .date(year: Int(year), month: Int(month), day: 1),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .hotlineTotal(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
