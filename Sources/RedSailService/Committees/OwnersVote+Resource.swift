internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension OwnersVote: StoredResource {
  static let resourceType = ResourceType.ownersVote
  static let recordKind = RecordKind(
    "owners_vote",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("service_area", .text),
      IndexColumn("matter", .enumeration), IndexColumn("vote_date", .date), IndexColumn("passed", .boolean),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["matter": Matter.layout]
  static let resourceFields: [ResourceField<OwnersVote>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("service_area", \.serviceArea, .requiredImmutable),
    ResourceField("matter", \.matter, .requiredImmutable),
    ResourceField("vote_date", \.voteDate, .requiredImmutable),
    ResourceField("result", \.result),
    ResourceField("passed", \.passed, .outputOnly),
    ResourceField("warnings", \.warnings, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<OwnersVote>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("service_area", column: "service_area", to: [ServiceArea.target()]) { $0.serviceArea },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "service_area": .optional(serviceArea),
      "matter": .enumeration(matter.rawValue), "vote_date": .date(voteDate), "passed": .boolean(passed),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .ownersVote(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
