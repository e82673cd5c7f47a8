internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension ReceptionDay: StoredResource {
  static let resourceType = ResourceType.receptionDay
  static let recordKind = RecordKind(
    "reception_day",
    columns: IndexColumn.times + [
      .division, IndexColumn("kind", .enumeration), IndexColumn("state", .enumeration), IndexColumn("project", .text),
      IndexColumn("compound", .text), IndexColumn("station", .text), IndexColumn("grid", .text),
      IndexColumn("planned_start_time", .timestamp),
      IndexColumn("start_time", .timestamp),
      // The day it was held, in Asia/Shanghai: what the scoreboard counts by.
      IndexColumn("held_date", .date),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout, "state": State.layout]
  static let resourceFields: [ResourceField<ReceptionDay>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName),
    ResourceField("kind", \.kind, .requiredImmutable),
    // Set at creation; later by actions only.
    ResourceField("state", \.state, .immutable),
    ResourceField("project", \.project),
    ResourceField("compound", \.compound),
    ResourceField("planned_start_time", \.plannedStartTime, .required),
    ResourceField("planned_end_time", \.plannedEndTime),
    ResourceField("start_time", \.startTime),
    ResourceField("end_time", \.endTime),
    ResourceField("venue", \.venue),
    ResourceField("participants", \.participants),
    ResourceField("attendance", \.attendance),
    ResourceField("minutes", \.minutes),
    ResourceField("cancel_reason", \.cancelReason, .outputOnly),
    ResourceField("cancel_time", \.cancelTime, .outputOnly),
    ResourceField("station", \.station),
    ResourceField("grid", \.grid),
    ResourceField("volunteer_count", \.volunteerCount),
  ]
  static let resourceReferences: [ResourceReference<ReceptionDay>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("project", column: "project", to: [Project.target()]) { $0.project },
    ResourceReference("compound", column: "compound", to: [Compound.target()]) { $0.compound },
    ResourceReference("station", column: "station", to: [Station.target()]) { $0.station },
    ResourceReference("grid", column: "grid", to: [Grid.target()]) { $0.grid },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    let start = startTime.map { Instant($0) }
    return [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "kind": .enumeration(kind.rawValue), "state": .enumeration(state.rawValue), "project": .optional(project),
      "compound": .optional(compound), "station": .optional(station), "grid": .optional(grid),
      "planned_start_time": .timestamp(plannedStartTime.map { Instant($0) }),
      "start_time": .timestamp(start),
      "held_date": state == .held ? .date(start.map { CalendarDate($0.unixTime.civilDate) }) : .null,
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .receptionDay(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }

  /// An event is planned until someone says that it was held. What callers write into output fields is not read.
  mutating func derive(from name: ResourceName) {
    if state == .unspecified { state = .planned }
  }
}
