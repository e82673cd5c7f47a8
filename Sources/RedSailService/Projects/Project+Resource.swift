internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Project: StoredResource {
  static let resourceType = ResourceType.project
  static let recordKind = RecordKind(
    "project",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("firm", .text), IndexColumn("display_name", .text),
    ]
  )
  static let resourceFields: [ResourceField<Project>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("firm", \.firm, .requiredImmutable),
    ResourceField("compounds", \.compounds, .required),
    ResourceField("manager_terms", \.managerTerms),
  ]
  static let resourceReferences: [ResourceReference<Project>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("firm", column: "firm", to: [Firm.target()]) { $0.firm },
    ResourceReference("compounds[]", column: nil, to: [Compound.target()], all: \.compounds),
  ]
  static let resourceLinks = [
    ResourceLinks<Project>(
      kind: compoundLinkKind,
      column: "compound",
      types: [.compound],
      split: { project in
        project.compounds.map { compound in
          .with {
            $0.validFrom = project.validFrom
            $0.validTo = project.validTo
            $0.compounds = [compound]
          }
        }
      },
      columns: {
        [
          "compound": .optional($0.compounds.first ?? ""), "valid_from": .date($0.validFrom),
          "valid_to": .date($0.validTo),
        ]
      }
    )
  ]
  /// A row for each compound: queries find the project by it.
  static let compoundLinkKind = RecordKind(
    "project_compound",
    columns: IndexColumn.period + [IndexColumn("compound", .text)]
  )

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "firm": .text(firm), "display_name": .text(displayName), "valid_from": .date(validFrom),
      "valid_to": .date(validTo),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .project(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
