internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension RenovationProject: StoredResource {
  static let resourceType = ResourceType.renovationProject
  static let recordKind = RecordKind(
    "renovation_project",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("year", .integer), IndexColumn("state", .enumeration),
      IndexColumn("management_mode", .enumeration), IndexColumn("mode_decided_date", .date),
      IndexColumn("owners_vote", .text), IndexColumn("approved_date", .date), IndexColumn("started_date", .date),
      IndexColumn("completed_date", .date),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = [
    "state": State.layout, "management_mode": ManagementMode.layout,
  ]
  static let resourceFields: [ResourceField<RenovationProject>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("compounds", \.compounds, .required),
    ResourceField("year", \.year, .required),
    ResourceField("budget_hundredths", \.budgetHundredths),
    ResourceField("contents", \.contents),
    ResourceField("state", \.state, .outputOnly),
    ResourceField("management_mode", \.managementMode, .outputOnly),
    ResourceField("mode_decided_date", \.modeDecidedDate, .outputOnly),
    ResourceField("owners_vote", \.ownersVote, .outputOnly),
    ResourceField("approved_date", \.approvedDate, .outputOnly),
    ResourceField("started_date", \.startedDate, .outputOnly),
    ResourceField("completed_date", \.completedDate, .outputOnly),
    ResourceField("mode_basis", \.modeBasis, .outputOnly),
    ResourceField("cancelled_date", \.cancelledDate, .outputOnly),
    ResourceField("cancel_reason", \.cancelReason, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<RenovationProject>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("compounds[]", column: nil, to: [Compound.target()], all: { $0.compounds }),
    ResourceReference("owners_vote", column: "owners_vote", to: [OwnersVote.target()]) { $0.ownersVote },
  ]
  static let resourceLinks: [ResourceLinks<RenovationProject>] = [
    ResourceLinks(
      kind: compoundsLinkKind,
      column: "subject",
      types: [.compound],
      split: { owner in
        owner.compounds.map { subject in
          .with {
            $0.state = owner.state
            $0.compounds = [subject]
          }
        }
      },
      columns: {
        [
          "subject": .optional($0.compounds.first ?? ""), "state": .enumeration($0.state.rawValue),
        ]
      }
    )
  ]
  /// A row for each of `compounds`: queries find the renovation project by it.
  static let compoundsLinkKind = RecordKind(
    "renovation_project_compounds",
    columns: [IndexColumn("subject", .text), IndexColumn("state", .enumeration)]
  )

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "year": .integer(Int64(year)), "state": .enumeration(state.rawValue),
      "management_mode": .enumeration(managementMode.rawValue), "mode_decided_date": .date(modeDecidedDate),
      "owners_vote": .optional(ownersVote), "approved_date": .date(approvedDate), "started_date": .date(startedDate),
      "completed_date": .date(completedDate),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .renovationProject(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }

  /// A project is planned until its owners have decided.
  mutating func derive(from name: ResourceName) {
    if state == .unspecified { state = .planned }
  }
}
