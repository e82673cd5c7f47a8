internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Firm: StoredResource {
  static let resourceType = ResourceType.firm
  static let recordKind = RecordKind(
    "firm",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("credit_grade", .enumeration),
      IndexColumn("credit_date", .date),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["credit_grade": CreditGrade.layout]
  static let resourceFields: [ResourceField<Firm>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("credit_code", \.creditCode, .outputOnly),
    ResourceField("short_name", \.shortName),
    ResourceField("credit_score", \.creditScore),
    ResourceField("credit_date", \.creditDate),
    ResourceField("credit_grade", \.creditGrade, .outputOnly),
    ResourceField("association_memberships", \.associationMemberships),
  ]
  static let resourceReferences: [ResourceReference<Firm>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division }
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .text(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "credit_grade": .enumeration(creditGrade.rawValue), "credit_date": .date(creditDate),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .firm(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
