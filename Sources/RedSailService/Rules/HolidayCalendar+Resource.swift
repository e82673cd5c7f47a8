internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension HolidayCalendar: StoredResource {
  static let resourceType = ResourceType.holidayCalendar
  static let recordKind = RecordKind(
    "holiday_calendar",
    columns: IndexColumn.times + [.division, IndexColumn("year", .integer)]
  )
  static let resourceFields: [ResourceField<HolidayCalendar>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("year", \.year, .requiredImmutable),
    ResourceField("holidays", \.holidays, .required),
    ResourceField("working_days", \.workingDays, .required),
    ResourceField("source", \.source, .required),
  ]
  static let resourceReferences: [ResourceReference<HolidayCalendar>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division }
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "year": .integer(Int64(year)),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .holidayCalendar(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
