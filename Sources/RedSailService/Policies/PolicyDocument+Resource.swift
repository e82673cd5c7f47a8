internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension PolicyDocument: StoredResource {
  static let resourceType = ResourceType.policyDocument
  static let recordKind = RecordKind(
    "policy_document",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("document_number", .text),
      IndexColumn("version", .integer), IndexColumn("issue_date", .date), IndexColumn("topic", .enumeration),
      IndexColumn("supersedes", .text),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["topic": Topic.layout]
  static let resourceFields: [ResourceField<PolicyDocument>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("document_number", \.documentNumber),
    ResourceField("version", \.version, .required),
    ResourceField("issuing_body", \.issuingBody),
    ResourceField("issue_date", \.issueDate),
    ResourceField("topic", \.topic),
    ResourceField("supersedes", \.supersedes),
    ResourceField("measures", \.measures),
    ResourceField("content_sha256", \.contentSha256),
  ]
  static let resourceReferences: [ResourceReference<PolicyDocument>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("supersedes", column: "supersedes", to: [target()]) { $0.supersedes },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "document_number": .optional(documentNumber), "version": .integer(Int64(version)), "issue_date": .date(issueDate),
      "topic": .enumeration(topic.rawValue), "supersedes": .optional(supersedes),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .policyDocument(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
