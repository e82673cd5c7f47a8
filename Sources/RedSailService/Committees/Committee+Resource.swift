internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension Committee: StoredResource {
  static let resourceType = ResourceType.committee
  static let recordKind = RecordKind(
    "committee",
    columns: IndexColumn.times + IndexColumn.period + [
      .division, IndexColumn("display_name", .text), IndexColumn("kind", .enumeration),
      IndexColumn("service_area", .text), IndexColumn("election", .text), IndexColumn("party_member_count", .integer),
      IndexColumn("state", .enumeration), IndexColumn("election_kind", .enumeration),
      IndexColumn("filing_deadline", .date), IndexColumn("filing_date", .date), IndexColumn("filed_late", .boolean),
      IndexColumn("party_percent", .integer), IndexColumn("ratio_breached", .boolean),
      IndexColumn("change_filing_deadline", .date), IndexColumn("change_filing_date", .date),
      IndexColumn("handover_deadline", .date), IndexColumn("handover_date", .date),
      // What reports count by: the day whose rules hold for it, and which of its clocks ran out.
      IndexColumn("rule_date", .date), IndexColumn("first_filed_late", .boolean),
      IndexColumn("change_filed_late", .boolean), IndexColumn("handed_over_late", .boolean),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = [
    "kind": Kind.layout, "state": State.layout, "election_kind": Election.Kind.layout,
  ]
  static let resourceFields: [ResourceField<Committee>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("kind", \.kind, .requiredImmutable),
    ResourceField("compounds", \.compounds),
    ResourceField("service_area", \.serviceArea),
    ResourceField("election", \.election, .outputOnly),
    ResourceField("seats", \.seats),
    // Set at creation; later by ChangeCommitteeSeats only, which starts the clock of the filing.
    ResourceField("members", \.members, .immutable),
    ResourceField("party_member_count", \.partyMemberCount, .immutable),
    ResourceField("state", \.state, .outputOnly),
    ResourceField("election_kind", \.electionKind, .outputOnly),
    ResourceField("filing_deadline", \.filingDeadline, .outputOnly),
    ResourceField("filing_date", \.filingDate, .outputOnly),
    ResourceField("filing_number", \.filingNumber, .outputOnly),
    ResourceField("filed_late", \.filedLate, .outputOnly),
    ResourceField("party_percent", \.partyPercent, .outputOnly),
    ResourceField("ratio_breached", \.ratioBreached, .outputOnly),
    ResourceField("end_reason", \.endReason, .outputOnly),
    ResourceField("warnings", \.warnings, .outputOnly),
    ResourceField("elected_date", \.electedDate, .immutable),
    ResourceField("handover_deadline", \.handoverDeadline, .outputOnly),
    ResourceField("handover_date", \.handoverDate, .outputOnly),
    ResourceField("handover_receiver", \.handoverReceiver, .outputOnly),
    ResourceField("change_reason", \.changeReason, .outputOnly),
    ResourceField("change_filing_deadline", \.changeFilingDeadline, .outputOnly),
    ResourceField("change_filing_date", \.changeFilingDate, .outputOnly),
    ResourceField("compositions", \.compositions, .outputOnly),
  ]
  static let resourceReferences: [ResourceReference<Committee>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference("compounds[]", column: nil, to: [Compound.target()], all: { $0.compounds }),
    ResourceReference("service_area", column: "service_area", to: [ServiceArea.target()]) { $0.serviceArea },
    ResourceReference("election", column: "election", to: [Election.target()]) { $0.election },
  ]
  static let resourceLinks: [ResourceLinks<Committee>] = [
    ResourceLinks(
      kind: compoundsLinkKind,
      column: "subject",
      types: [.compound],
      split: { owner in
        owner.compounds.map { subject in
          .with {
            $0.validFrom = owner.validFrom
            $0.validTo = owner.validTo
            $0.kind = owner.kind
            $0.state = owner.state
            $0.compounds = [subject]
          }
        }
      },
      columns: {
        [
          "subject": .optional($0.compounds.first ?? ""), "valid_from": .date($0.validFrom),
          "valid_to": .date($0.validTo), "kind": .enumeration($0.kind.rawValue),
          "state": .enumeration($0.state.rawValue),
        ]
      }
    ),
    ResourceLinks(
      kind: compositionsLinkKind,
      column: "committee",
      types: [],
      split: { owner in
        owner.compositions.map { composition in
          .with {
            $0.name = owner.name
            $0.compositions = [composition]
          }
        }
      },
      columns: { part in
        let composition = part.compositions.first
        return [
          "committee": .text(part.name), "valid_from": .date(composition?.validFrom),
          "valid_to": .date(composition?.validTo), "party_percent": .integer(Int64(composition?.partyPercent ?? 0)),
          "ratio_breached": .boolean(composition?.ratioBreached ?? false),
        ]
      }
    ),
  ]
  /// A row for each of `compounds`: queries find the committee by it.
  static let compoundsLinkKind = RecordKind(
    "committee_compounds",
    columns: IndexColumn.period + [
      IndexColumn("subject", .text), IndexColumn("kind", .enumeration), IndexColumn("state", .enumeration),
    ]
  )

  /// A row for each of `compositions`: reports of a day find by it what the committee was then.
  static let compositionsLinkKind = RecordKind(
    "committee_compositions",
    columns: IndexColumn.period + [
      IndexColumn("committee", .text), IndexColumn("party_percent", .integer), IndexColumn("ratio_breached", .boolean),
    ]
  )

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
      "kind": .enumeration(kind.rawValue), "service_area": .optional(serviceArea), "election": .optional(election),
      "party_member_count": .integer(Int64(partyMemberCount)), "state": .enumeration(state.rawValue),
      "election_kind": .enumeration(electionKind.rawValue), "filing_deadline": .date(filingDeadline),
      "filing_date": .date(filingDate), "filed_late": .boolean(filedLate),
      "party_percent": .integer(Int64(partyPercent)), "ratio_breached": .boolean(ratioBreached),
      "change_filing_deadline": .date(changeFilingDeadline), "change_filing_date": .date(changeFilingDate),
      "handover_deadline": .date(handoverDeadline), "handover_date": .date(handoverDate),
      "rule_date": .date(electedDate ?? validFrom),
      "first_filed_late": .boolean(Self.isLate(filingDate, filingDeadline)),
      "change_filed_late": .boolean(Self.isLate(changeFilingDate, changeFilingDeadline)),
      "handed_over_late": .boolean(Self.isLate(handoverDate, handoverDeadline)),
    ]
  }

  private static func isLate(_ day: CalendarDate?, _ deadline: CalendarDate?) -> Bool {
    guard let day = day?.civilDate, let deadline = deadline?.civilDate else { return false }
    return day > deadline
  }

  var changeResource: RedSailAPI.Change.Resource? { .committee(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
