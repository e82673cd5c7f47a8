internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension KeyPost: StoredResource {
  static let resourceType = ResourceType.keyPost
  static let recordKind = RecordKind(
    "key_post",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("firm", .text), IndexColumn("project", .text), IndexColumn("post", .enumeration),
      IndexColumn("holder_reference", .text, field: "holder.reference"),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["post": Post.layout]
  static let resourceFields: [ResourceField<KeyPost>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("firm", \.firm, .requiredImmutable),
    ResourceField("project", \.project),
    ResourceField("post", \.post, .requiredImmutable),
    ResourceField("holder", \.holder, .required),
  ]
  static let resourceReferences: [ResourceReference<KeyPost>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("firm", column: "firm", to: [Firm.target()]) { $0.firm },
    ResourceReference("project", column: "project", to: [Project.target()]) { $0.project },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "valid_from": .date(validFrom), "valid_to": .date(validTo), "firm": .optional(firm),
      "project": .optional(project), "post": .enumeration(post.rawValue),
      "holder_reference": .optional(holder?.reference ?? ""),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .keyPost(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
