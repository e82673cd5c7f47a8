internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Ticket: StoredResource {
  static let resourceType = ResourceType.ticket

  static var recordKind: RecordKind { TicketRecords.kind }

  static let indexEnumerations: [String: EnumLayout] = [
    "state": State.layout,
    "source": Source.layout,
    "kind": Kind.layout,
    "grade": Grade.layout,
    "level_closed": Level.layout,
    "resolution": Resolution.layout,
    "feedback.satisfaction": Satisfaction.layout,
  ]

  /// What describes a ticket may be changed; state, holder, dates and results change by actions only.
  static let resourceFields: [ResourceField<Ticket>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("title", \.title, .required),
    ResourceField("content", \.content),
    ResourceField("state", \.state, .outputOnly),
    ResourceField("source", \.source, .requiredImmutable),
    ResourceField("source_system", \.sourceSystem, .immutable),
    ResourceField("record_number", \.recordNumber, .immutable),
    ResourceField("kind", \.kind),
    ResourceField("grade", \.grade),
    ResourceField("category", \.category),
    ResourceField("grid", \.grid),
    ResourceField("compound", \.compound),
    ResourceField("project", \.project),
    ResourceField("firm", \.firm),
    ResourceField("reception_day", \.receptionDay, .immutable),
    ResourceField("place", \.place),
    ResourceField("holder", \.holder, .immutable),
    ResourceField("dispatcher", \.dispatcher, .outputOnly),
    ResourceField("level_entered", \.levelEntered, .outputOnly),
    ResourceField("level_closed", \.levelClosed, .outputOnly),
    ResourceField("returned_by", \.returnedBy, .outputOnly),
    ResourceField("due", \.due, .outputOnly),
    ResourceField("promised_date", \.promisedDate, .immutable),
    ResourceField("receive_time", \.receiveTime, .outputOnly),
    ResourceField("dispatch_time", \.dispatchTime, .outputOnly),
    ResourceField("sign_time", \.signTime, .outputOnly),
    ResourceField("resolve_time", \.resolveTime, .outputOnly),
    ResourceField("close_time", \.closeTime, .outputOnly),
    ResourceField("resolution", \.resolution, .outputOnly),
    ResourceField("resolved_on_site", \.resolvedOnSite, .outputOnly),
    ResourceField("public_answer", \.publicAnswer, .outputOnly),
    ResourceField("feedback", \.feedback, .outputOnly),
    ResourceField("merged_into", \.mergedInto, .outputOnly),
    ResourceField("non_acceptance_reason", \.nonAcceptanceReason, .outputOnly),
    ResourceField("review_outcome", \.reviewOutcome, .outputOnly),
    ResourceField("event_count", \.eventCount, .outputOnly),
    ResourceField("extension_count", \.extensionCount, .outputOnly),
    ResourceField("return_count", \.returnCount, .outputOnly),
    ResourceField("escalation_count", \.escalationCount, .outputOnly),
    ResourceField("reopen_count", \.reopenCount, .outputOnly),
    ResourceField("has_caller", \.hasCaller, .outputOnly),
  ]

  static let resourceReferences: [ResourceReference<Ticket>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("grid", column: "grid", to: [Grid.target()]) { $0.grid },
    ResourceReference("compound", column: "compound", to: [Compound.target()]) { $0.compound },
    ResourceReference("project", column: "project", to: [Project.target()]) { $0.project },
    ResourceReference("firm", column: "firm", to: [Firm.target()]) { $0.firm },
    ResourceReference("reception_day", column: "reception_day", to: [ReceptionDay.target()]) { $0.receptionDay },
    ResourceReference("holder.unit", column: "holder_unit", to: TicketUnit.targets) { $0.holder?.unit ?? "" },
    ResourceReference("merged_into", column: "merged_into", to: [target()]) { $0.mergedInto },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var changeResource: RedSailAPI.Change.Resource? { .ticket(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }

  func validate(_ violations: inout Violations) {
    let scan = PersonalDataScan(caller: nil)
    validate(scan, &violations)
  }

  /// Checks what describes a ticket, with what is known of its caller.
  func validate(_ scan: PersonalDataScan, _ violations: inout Violations) {
    violations.text(title, "title", limit: 200)
    violations.noPersonalData(title, "title", scan)
    violations.text(content, "content", limit: 4_000)
    violations.noPersonalData(content, "content", scan)
    violations.text(category, "category", limit: 64)
    violations.noPersonalData(category, "category", scan)
    violations.text(place, "place", limit: 200)
    violations.noPersonalData(place, "place", scan)
    violations.value(source, "source")
    violations.value(kind, "kind")
    violations.value(grade, "grade")
    violations.externalIDs(externalIDs)
  }
}
