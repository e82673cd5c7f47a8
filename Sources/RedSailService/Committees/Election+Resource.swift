internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Election: StoredResource {
  static let resourceType = ResourceType.election
  static let recordKind = RecordKind(
    "election",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("kind", .enumeration),
      IndexColumn("service_area", .text), IndexColumn("committee", .text), IndexColumn("state", .enumeration),
      IndexColumn("start_date", .date), IndexColumn("ballot_date", .date), IndexColumn("count_date", .date),
      IndexColumn("valid", .boolean), IndexColumn("resulting_committee", .text),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout, "state": State.layout]
  static let resourceFields: [ResourceField<Election>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName),
    ResourceField("kind", \.kind, .requiredImmutable),
    ResourceField("service_area", \.serviceArea, .requiredImmutable),
    ResourceField("committee", \.committee, .immutable),
    ResourceField("seats", \.seats, .required),
    ResourceField("term_years", \.termYears),
    ResourceField("planned_ballot_date", \.plannedBallotDate),
    ResourceField("state", \.state, .outputOnly),
    ResourceField("start_date", \.startDate, .requiredImmutable),
    ResourceField("ballot_date", \.ballotDate, .outputOnly),
    ResourceField("count_date", \.countDate, .outputOnly),
    ResourceField("result", \.result, .outputOnly),
    ResourceField("valid", \.valid, .outputOnly),
    ResourceField("candidate_results", \.candidateResults, .outputOnly),
    ResourceField("party_member_count", \.partyMemberCount, .outputOnly),
    ResourceField("resulting_committee", \.resultingCommittee, .outputOnly),
    ResourceField("cancel_reason", \.cancelReason, .outputOnly),
    ResourceField("warnings", \.warnings, .outputOnly),
  ]
  /// `resulting_committee` is not among them: the committee refers to its election, and either could never go.
  static let resourceReferences: [ResourceReference<Election>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("service_area", column: "service_area", to: [ServiceArea.target()]) { $0.serviceArea },
    ResourceReference("committee", column: "committee", to: [Committee.target()]) { $0.committee },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "kind": .enumeration(kind.rawValue),
      "service_area": .optional(serviceArea), "committee": .optional(committee), "state": .enumeration(state.rawValue),
      "start_date": .date(startDate), "ballot_date": .date(ballotDate), "count_date": .date(countDate),
      "valid": .boolean(valid), "resulting_committee": .optional(resultingCommittee),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .election(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
