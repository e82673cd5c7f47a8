internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Hazard: StoredResource {
  static let resourceType = ResourceType.hazard
  static let recordKind = RecordKind(
    "hazard",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("kind", .enumeration),
      IndexColumn("severity", .enumeration), IndexColumn("compound", .text), IndexColumn("inspection", .text),
      IndexColumn("project", .text), IndexColumn("found_date", .date), IndexColumn("state", .enumeration),
      IndexColumn("due_date", .date), IndexColumn("remedied_date", .date), IndexColumn("verified_date", .date),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = [
    "kind": Kind.layout, "severity": Severity.layout, "state": State.layout,
  ]
  static let resourceFields: [ResourceField<Hazard>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("kind", \.kind, .requiredImmutable),
    ResourceField("severity", \.severity, .required),
    ResourceField("compound", \.compound, .requiredImmutable),
    ResourceField("inspection", \.inspection, .immutable),
    ResourceField("project", \.project),
    ResourceField("found_date", \.foundDate, .requiredImmutable),
    ResourceField("state", \.state, .outputOnly),
    ResourceField("due_date", \.dueDate, .outputOnly),
    ResourceField("remedied_date", \.remediedDate, .outputOnly),
    ResourceField("remedy", \.remedy, .outputOnly),
    ResourceField("remedied_by", \.remediedBy, .outputOnly),
    ResourceField("verified_date", \.verifiedDate, .outputOnly),
    ResourceField("verified_by", \.verifiedBy, .outputOnly),
    ResourceField("ordered_date", \.orderedDate, .outputOnly),
    ResourceField("rejection_reason", \.rejectionReason, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<Hazard>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("compound", column: "compound", to: [Compound.target()]) { $0.compound },
    ResourceReference("inspection", column: "inspection", to: [Inspection.target()]) { $0.inspection },
    ResourceReference("project", column: "project", to: [Project.target()]) { $0.project },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "kind": .enumeration(kind.rawValue),
      "severity": .enumeration(severity.rawValue), "compound": .optional(compound), "inspection": .optional(inspection),
      "project": .optional(project), "found_date": .date(foundDate), "state": .enumeration(state.rawValue),
      "due_date": .date(dueDate), "remedied_date": .date(remediedDate), "verified_date": .date(verifiedDate),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .hazard(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }

  /// A hazard is found until someone orders its remedy.
  mutating func derive(from name: ResourceName) {
    if state == .unspecified { state = .found }
  }
}
