internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension InstructorAssignment: StoredResource {
  static let resourceType = ResourceType.instructorAssignment
  static let recordKind = RecordKind(
    "instructor_assignment",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("firm", .text), IndexColumn("appointing_organisation", .text),
    ]
  )
  static let resourceFields: [ResourceField<InstructorAssignment>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("firm", \.firm, .requiredImmutable),
    ResourceField("appointing_organisation", \.appointingOrganisation),
    ResourceField("instructor", \.instructor, .required),
  ]
  static let resourceReferences: [ResourceReference<InstructorAssignment>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("firm", column: "firm", to: [Firm.target()]) { $0.firm },
    ResourceReference(
      "appointing_organisation",
      column: "appointing_organisation",
      to: [PartyOrganisation.target()]
    ) { $0.appointingOrganisation },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "firm": .text(firm), "appointing_organisation": .optional(appointingOrganisation),
      "valid_from": .date(validFrom), "valid_to": .date(validTo),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .instructorAssignment(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }

  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.period(from: validFrom, to: validTo)
    if instructor != nil { violations.person(instructor, "instructor", required: true) }
  }

  /// Only a firm without a party organisation of its own gets an instructor.
  static func prepare(
    _ resource: InstructorAssignment,
    before: InstructorAssignment?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.street, .community],
        field: "instructor_assignment.division"
      )
    }
    // A merge of firms moves an assignment to another one.
    guard
      before == nil || before?.validFrom != resource.validFrom || before?.validTo != resource.validTo
        || before?.firm != resource.firm
    else { return }
    let period = Period(resource.validFrom, resource.validTo)
    try transaction.checkPeriod(period, insideFirm: resource.firm, field: "instructor_assignment.valid_to")
    if let organisation = try transaction.links(toFirm: resource.firm, during: period).first {
      throw Failure.periodOverlap(
        LocalizedText(
          "'\(resource.firm)' belongs to '\(organisation)' at that time and needs no instructor",
          "企业“\(resource.firm)”在此期间已有党组织“\(organisation)”，不选派党建指导员"
        ),
        with: organisation
      )
    }
  }
}
