internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Succession: StoredResource {
  static let resourceType = ResourceType.succession
  static let recordKind = RecordKind(
    "succession",
    columns: IndexColumn.times + [.division, IndexColumn("kind", .enumeration), IndexColumn("date", .date)]
  )
  static let indexEnumerations: [String: EnumLayout] = ["kind": Kind.layout]
  static let resourceFields: [ResourceField<Succession>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("kind", \.kind, .requiredImmutable),
    ResourceField("predecessors", \.predecessors, .requiredImmutable),
    ResourceField("successors", \.successors, .requiredImmutable),
    ResourceField("date", \.date, .requiredImmutable),
    ResourceField("reason", \.reason, .immutable),
    ResourceField("moved_count", \.movedCount, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<Succession>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division }
  ]
  /// By these a succession is found; they are names of the past and keep nobody from being deleted or merged again.
  static let resourceLinks: [ResourceLinks<Succession>] = [
    ResourceLinks(
      kind: predecessorsLinkKind,
      column: "subject",
      types: [],
      split: { owner in
        owner.predecessors.map { subject in
          .with {
            $0.kind = owner.kind
            $0.predecessors = [subject]
          }
        }
      },
      columns: {
        [
          "subject": .optional($0.predecessors.first ?? ""), "kind": .enumeration($0.kind.rawValue),
        ]
      }
    ),
    ResourceLinks(
      kind: successorsLinkKind,
      column: "subject",
      types: [],
      split: { owner in
        owner.successors.map { subject in
          .with {
            $0.kind = owner.kind
            $0.successors = [subject]
          }
        }
      },
      columns: {
        [
          "subject": .optional($0.successors.first ?? ""), "kind": .enumeration($0.kind.rawValue),
        ]
      }
    ),
  ]
  /// A row for each of `predecessors`: queries find the succession by it.
  static let predecessorsLinkKind = RecordKind(
    "succession_predecessors",
    columns: [IndexColumn("subject", .text), IndexColumn("kind", .enumeration)]
  )
  /// A row for each of `successors`: queries find the succession by it.
  static let successorsLinkKind = RecordKind(
    "succession_successors",
    columns: [IndexColumn("subject", .text), IndexColumn("kind", .enumeration)]
  )

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "kind": .enumeration(kind.rawValue), "date": .date(date),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .succession(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
