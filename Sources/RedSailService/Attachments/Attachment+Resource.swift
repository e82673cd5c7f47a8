internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Attachment: StoredResource {
  static let resourceType = ResourceType.attachment
  static let recordKind = RecordKind(
    "attachment",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("subject", .text),
      IndexColumn("content_sha256", .text),
    ]
  )
  static let resourceFields: [ResourceField<Attachment>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("subject", \.subject, .requiredImmutable),
    ResourceField("media_type", \.mediaType, .required),
    ResourceField("size_bytes", \.sizeBytes, .required),
    ResourceField("content_sha256", \.contentSha256, .requiredImmutable),
    ResourceField("location", \.location),
  ]
  static let resourceReferences: [ResourceReference<Attachment>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("subject", column: "subject", to: ResourceReference.everyKind) { $0.subject },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "subject": .optional(subject), "content_sha256": .optional(contentSha256),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .attachment(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
