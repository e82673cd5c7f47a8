internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Rectification: StoredResource {
  static let resourceType = ResourceType.rectification
  static let recordKind = RecordKind(
    "rectification",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("kind", .enumeration), IndexColumn("subject", .text),
      IndexColumn("due_date", .date), IndexColumn("state", .enumeration), IndexColumn("done_date", .date),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout, "state": State.layout]
  static let resourceFields: [ResourceField<Rectification>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("kind", \.kind, .requiredImmutable),
    ResourceField("subject", \.subject, .requiredImmutable),
    ResourceField("due_date", \.dueDate),
    ResourceField("plan", \.plan),
    ResourceField("breach", \.breach, .outputOnly),
    ResourceField("state", \.state, .outputOnly),
    ResourceField("done_date", \.doneDate, .outputOnly),
    ResourceField("result", \.result, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<Rectification>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference(
      "subject",
      column: "subject",
      to: [Committee.target(), Firm.target(), Project.target(), Compound.target(), Contract.target()]
    ) { $0.subject },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "kind": .enumeration(kind.rawValue), "subject": .optional(subject),
      "due_date": .date(dueDate), "state": .enumeration(state.rawValue), "done_date": .date(doneDate),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .rectification(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
