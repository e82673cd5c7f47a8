internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Subsidy: StoredResource {
  static let resourceType = ResourceType.subsidy
  static let recordKind = RecordKind(
    "subsidy",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("firm", .text), IndexColumn("subject", .text),
      IndexColumn("basis", .text), IndexColumn("applied_date", .date), IndexColumn("applied_hundredths", .integer),
      IndexColumn("state", .enumeration), IndexColumn("approved_hundredths", .integer),
      IndexColumn("decided_date", .date), IndexColumn("paid_hundredths", .integer), IndexColumn("paid_date", .date),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["state": State.layout]
  static let resourceFields: [ResourceField<Subsidy>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("firm", \.firm, .requiredImmutable),
    ResourceField("subject", \.subject, .requiredImmutable),
    ResourceField("basis", \.basis),
    ResourceField("applicant", \.applicant, .requiredImmutable),
    ResourceField("applied_date", \.appliedDate, .requiredImmutable),
    ResourceField("applied_hundredths", \.appliedHundredths, .requiredImmutable),
    ResourceField("state", \.state, .outputOnly),
    ResourceField("approved_hundredths", \.approvedHundredths, .outputOnly),
    ResourceField("approver", \.approver, .outputOnly),
    ResourceField("decided_date", \.decidedDate, .outputOnly),
    ResourceField("paid_hundredths", \.paidHundredths, .outputOnly),
    ResourceField("paid_date", \.paidDate, .outputOnly),
    ResourceField("refusal_reason", \.refusalReason, .outputOnly),
    ResourceField("payments", \.payments, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<Subsidy>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("firm", column: "firm", to: [Firm.target()]) { $0.firm },
    ResourceReference(
      "subject",
      column: "subject",
      to: [Takeover.target(), Project.target(), RenovationProject.target()]
    ) { $0.subject },
    ResourceReference("basis", column: "basis", to: [PolicyDocument.target()]) { $0.basis },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "firm": .optional(firm), "subject": .optional(subject),
      "basis": .optional(basis), "applied_date": .date(appliedDate),
      "applied_hundredths": .integer(Int64(appliedHundredths)), "state": .enumeration(state.rawValue),
      "approved_hundredths": .integer(Int64(approvedHundredths)), "decided_date": .date(decidedDate),
      "paid_hundredths": .integer(Int64(paidHundredths)), "paid_date": .date(paidDate),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .subsidy(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }

  /// A subsidy is applied for until someone decides.
  mutating func derive(from name: ResourceName) {
    if state == .unspecified { state = .applied }
    payments = instalments
  }
}
