internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Contract: StoredResource {
  static let resourceType = ResourceType.contract
  static let recordKind = RecordKind(
    "contract",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("project", .text), IndexColumn("kind", .enumeration),
      IndexColumn("fee_mode", .enumeration), IndexColumn("signing_date", .date), IndexColumn("filing_deadline", .date),
      IndexColumn("filing_date", .date), IndexColumn("filed_late", .boolean),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout, "fee_mode": FeeMode.layout]
  static let resourceFields: [ResourceField<Contract>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("project", \.project, .requiredImmutable),
    ResourceField("kind", \.kind, .requiredImmutable),
    ResourceField("fee_mode", \.feeMode, .required),
    ResourceField("price_kind", \.priceKind),
    ResourceField("price_hundredths", \.priceHundredths),
    ResourceField("signing_date", \.signingDate, .requiredImmutable),
    ResourceField("owner_side", \.ownerSide),
    ResourceField("filing_deadline", \.filingDeadline, .outputOnly),
    ResourceField("filing_date", \.filingDate, .outputOnly),
    ResourceField("filing_number", \.filingNumber, .outputOnly),
    ResourceField("filed_late", \.filedLate, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<Contract>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("project", column: "project", to: [Project.target()]) { $0.project },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "project": .optional(project), "kind": .enumeration(kind.rawValue), "fee_mode": .enumeration(feeMode.rawValue),
      "signing_date": .date(signingDate), "filing_deadline": .date(filingDeadline), "filing_date": .date(filingDate),
      "filed_late": .boolean(filedLate),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .contract(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }

  /// The filing is due by the rule that held on the day of signing, and by the holidays known now.
  mutating func derive(in snapshot: any StoreSnapshot) throws {
    guard filingDate == nil, let signed = signingDate?.civilDate else { return }
    let rule = try snapshot.ruleValue(.contractFilingDays, in: division, on: signed)
    filingDeadline = try CalendarDate(FilingClock(rule, from: signed, calendar: snapshot.ruleBook().calendar).due.date)
  }
}
