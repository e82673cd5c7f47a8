internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Booking: StoredResource {
  static let resourceType = ResourceType.booking
  static let recordKind = RecordKind(
    "booking",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("venue", .text), IndexColumn("booker", .text),
      IndexColumn("start_time", .timestamp), IndexColumn("end_time", .timestamp), IndexColumn("reception_day", .text),
      IndexColumn("state", .enumeration),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["state": State.layout]
  static let resourceFields: [ResourceField<Booking>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("venue", \.venue, .requiredImmutable),
    ResourceField("booker", \.booker, .requiredImmutable),
    ResourceField("start_time", \.startTime, .required),
    ResourceField("end_time", \.endTime, .required),
    ResourceField("reception_day", \.receptionDay),
    ResourceField("state", \.state, .outputOnly),
    ResourceField("cancel_reason", \.cancelReason, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<Booking>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("venue", column: "venue", to: [Venue.target()]) { $0.venue },
    ResourceReference(
      "booker",
      column: "booker",
      to: [PartyOrganisation.target(), Firm.target(), Committee.target(), Project.target(), Division.target()]
    ) { $0.booker },
    ResourceReference("reception_day", column: "reception_day", to: [ReceptionDay.target()]) { $0.receptionDay },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "venue": .optional(venue), "booker": .optional(booker),
      "start_time": .timestamp(startTime.map { Instant($0) }), "end_time": .timestamp(endTime.map { Instant($0) }),
      "reception_day": .optional(receptionDay), "state": .enumeration(state.rawValue),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .booking(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
