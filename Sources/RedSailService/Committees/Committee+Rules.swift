internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Committee {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.number(Int64(seats), "seats", in: 0...99)
    violations.period(from: validFrom, to: validTo)
    violations.distinct(compounds, "compounds")
    violations.members(members, "members")
    if let elected = violations.date(electedDate, "elected_date"), let first = validFrom?.civilDate, first < elected {
      violations.add(
        "valid_from",
        .periodReversed,
        LocalizedText("the term begins on \(first), before the election on \(elected)", "任期起始日期早于选举日期")
      )
    }
    if kind == .community, !compounds.isEmpty {
      violations.add(
        "compounds",
        .invalidField,
        LocalizedText("a COMMUNITY committee acts for all compounds of its community: name none", "环物委不逐个填写小区")
      )
    } else if governsCompounds, compounds.isEmpty {
      violations.missing("compounds")
    }
    if kind == .owners, validFrom == nil { violations.missing("valid_from") }
    if kind == .owners, validTo == nil { violations.missing("valid_to") }
    let most = memberCount > 0 ? memberCount : 99
    violations.number(Int64(partyMemberCount), "party_member_count", in: 0...Int64(most))
    let sitting = members.count(where: \.sits)
    if seats > 0, sitting > Int(seats) {
      violations.add(
        "members",
        .invalidField,
        LocalizedText("\(sitting) sit where there are \(seats) seats", "在任委员 \(sitting) 人，多于应有席位 \(seats)")
      )
    }
  }

  mutating func derive(from name: ResourceName) {
    if state == .unspecified { state = .serving }
    partyPercent = memberCount == 0 ? 0 : partyMemberCount * 100 / Int32(memberCount)
  }

  /// Warnings and clocks by the rules in force. None of them refuses: committees are imported with what they have.
  mutating func derive(in snapshot: any StoreSnapshot) throws {
    warnings = []
    ratioBreached = false
    handoverDeadline = nil
    if governsCompounds, let end = validTo?.civilDate {
      let last = try snapshot.lastDay(of: .committeeHandoverDays, in: division, from: end)
      handoverDeadline = CalendarDate(last)
      try warnOfHandover(last, in: snapshot, from: end)
    }
    guard kind == .owners, let day = ruleDay else { return compositions = [] }
    let rules = try snapshot.committeeRules(in: division, on: day)
    let count = memberCount
    deriveCompositions(rules)
    guard count > 0 else { return }
    warnings += rules.sizeBreaches(members: count).map { RuleWarning($0, field: "seats") }
    if let breach = termBreach(rules) { warnings.append(RuleWarning(breach, field: "valid_to")) }
    guard state == .serving,
      let breach = rules.partyBreach(partyMembers: Int(partyMemberCount), members: count)
    else { return }
    ratioBreached = true
    warnings.append(RuleWarning(breach, field: "party_member_count"))
  }

  private func termBreach(_ rules: CommitteeRules) -> RuleBreach? {
    guard let first = validFrom?.civilDate, let end = validTo?.civilDate else { return nil }
    do throws(CommitteeTermError) {
      _ = try CommitteeTerm(from: first, through: end.advanced(byDays: -1), rules: rules)
      return nil
    } catch {
      if case .tooLong(let breach) = error { return breach }
      return nil
    }
  }

  private mutating func warnOfHandover(_ last: CivilDate, in snapshot: any StoreSnapshot, from end: CivilDate) throws {
    guard let day = handoverDate?.civilDate, day > last else { return }
    let breach = RuleBreach(
      try snapshot.ruleValue(.committeeHandoverDays, in: division, on: end),
      came: day,
      english: "the last day for the handover was \(last), handed over on \(day)",
      chinese: "移交期限为\(last)，实际于\(day)移交"
    )
    warnings.append(RuleWarning(breach, field: "handover_date"))
  }

  static func prepare(
    _ resource: Committee,
    before: Committee?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if let before { try resource.checkEnd(before: before) }
    let moved = before?.division != resource.division
    if moved {
      let levels: [Division.Level] = resource.kind == .community ? [.community] : [.street, .community]
      try transaction.checkLevel(of: resource.division, levels, field: "committee.division")
    }
    if moved || before?.compounds != resource.compounds {
      try transaction.check(resource.compounds, lieIn: resource.division, field: "committee.compounds")
    }
    if before?.serviceArea != resource.serviceArea || before?.compounds != resource.compounds {
      try checkServiceArea(of: resource, in: transaction)
    }
    let hasMoved = moved || before?.compounds != resource.compounds
    if hasMoved || before?.validFrom != resource.validFrom || before?.validTo != resource.validTo {
      try checkOverlap(of: resource, named: name, in: transaction)
    }
  }

  /// A committee that was dissolved or re-elected stays ended on the day on which that happened.
  private func checkEnd(before: Committee) throws {
    guard !before.endReason.isEmpty, before.endReason == endReason, before.validTo != validTo else { return }
    throw Failure.field(
      "committee.valid_to",
      .actionNotAllowed,
      LocalizedText(
        "'\(name)' ended before its term did (\(before.endReason)): the day of its end stays",
        "该业委会已提前终止（\(before.endReason)），终止日期不得修改"
      ),
      metadata: ["state": "ENDED", "action": "update", "allowed_states": "SERVING", "allowed_actions": ""]
    )
  }

  private static func checkServiceArea(of resource: Committee, in transaction: any StoreTransaction) throws {
    guard !resource.serviceArea.isEmpty else { return }
    let field = "committee.service_area"
    let area = try transaction.referred(ServiceArea.self, named: resource.serviceArea, field: field)
    guard let stranger = resource.compounds.first(where: { !area.resource.compounds.contains($0) }) else { return }
    throw Failure.field(
      field,
      .invalidField,
      LocalizedText("'\(stranger)' is not in '\(resource.serviceArea)'", "该物业服务区域不含小区“\(stranger)”")
    )
  }
}
