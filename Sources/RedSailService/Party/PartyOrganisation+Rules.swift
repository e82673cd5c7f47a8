internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension PartyOrganisation {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.period(from: validFrom, to: validTo)
    violations.value(kind, "kind")
    violations.value(sphere, "sphere")
    violations.number(Int64(fullMemberCount), "full_member_count", in: 0...Int64(Int32.max))
    for (index, link) in links.enumerated() {
      violations.inside("links[\(index)]") { violations in
        if link.subject.isEmpty { violations.missing("subject") }
        violations.period(from: link.validFrom, to: link.validTo, requiresStart: true)
      }
    }
  }

  /// Sizes are a rule of thumb of the party's constitution: they warn and do not refuse. They are judged by the rules of
  /// the day on which they are written down.
  mutating func derive(in snapshot: any StoreSnapshot) throws {
    warnings = []
    guard let form = OrganisationForm(rawValue: kind.rawValue), fullMemberCount > 0,
      let now = (snapshot as? any StoreTransaction)?.time
    else { return }
    let breach = form.sizeWarning(
      fullMembers: Int(fullMemberCount),
      try snapshot.ruleBook().table,
      divisions: try snapshot.ruleDivisions(of: division),
      on: now.unixTime.civilDate
    )
    warnings = breach.map { [RuleWarning($0, field: "full_member_count")] } ?? []
  }

  static func prepare(
    _ resource: PartyOrganisation,
    before: PartyOrganisation?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.parentOrganisation != resource.parentOrganisation {
      try checkParent(of: resource, named: name, in: transaction)
    }
    guard
      before?.links != resource.links || before?.validFrom != resource.validFrom || before?.validTo != resource.validTo
    else { return }
    let whole = Period(resource.validFrom, resource.validTo)
    for (index, link) in resource.links.enumerated() {
      let field = "party_organisation.links[\(index)]"
      let period = Period(link.validFrom, link.validTo)
      guard whole.contains(period) else {
        throw Failure.periodOutside(field: field, of: name.text, period: whole.description)
      }
      let rivals = resource.links[..<index].enumerated().filter { $0.element.subject == link.subject }
      if let rival = rivals.first(where: { Period($0.element.validFrom, $0.element.validTo).overlaps(period) }) {
        throw Failure.periodOverlap(
          LocalizedText(
            "\(field): the period overlaps that of links[\(rival.offset)] of the same unit",
            "同一单位的隶属期间重叠（第 \(rival.offset + 1) 与第 \(index + 1) 项）"
          ),
          with: name.text
        )
      }
      if ResourceType.firm.matches(link.subject) {
        try checkFirm(link.subject, period, field: field, named: name, in: transaction)
      }
    }
  }

  /// No organisation stands above itself.
  private static func checkParent(
    of resource: PartyOrganisation,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    var above = resource.parentOrganisation
    while !above.isEmpty {
      guard above != name.text else {
        throw Failure.make(
          .invalidParent,
          LocalizedText(
            "'\(resource.parentOrganisation)' is '\(name.text)' or stands below it",
            "上级党组织不能是本组织或其下级"
          )
        )
      }
      guard let record = try transaction.record(recordKind, named: above) else { return }
      above = try StoredRecord<PartyOrganisation>(record).resource.parentOrganisation
    }
  }

  /// A firm belongs to one organisation at a time, and has no instructor while it does.
  private static func checkFirm(
    _ firm: String,
    _ period: Period,
    field: String,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let others = try transaction.links(toFirm: firm, during: period).filter { $0 != name.text }
    if let other = others.first {
      throw Failure.periodOverlap(
        LocalizedText("\(field): '\(firm)' belongs to '\(other)' at that time", "该企业在此期间隶属于“\(other)”"),
        with: other
      )
    }
    let assignments = ListQuery(
      InstructorAssignment.recordKind,
      where: RecordFilter(
        predicate: .and([.compare("firm", .equal, .text(firm)), period.overlapPredicate])
      ),
      pageSize: 1
    )
    if let assignment = try transaction.list(assignments).records.first {
      throw Failure.periodOverlap(
        LocalizedText(
          "\(field): '\(firm)' has an instructor at that time, '\(assignment.name)': end that assignment first",
          "该企业在此期间有党建指导员“\(assignment.name)”，请先终止选派"
        ),
        with: assignment.name
      )
    }
  }
}

extension StoreSnapshot {
  /// The organisations that a firm belongs to on some day of a period.
  func links(toFirm firm: String, during period: Period) throws -> [String] {
    let query = ListQuery(
      PartyOrganisation.linkKind,
      where: RecordFilter(
        predicate: .and([.compare("subject", .equal, .text(firm)), period.overlapPredicate])
      )
    )
    return try list(query).records.map {
      ResourceLinks<PartyOrganisation>.owner(ofRow: $0.name, PartyOrganisation.linkKind)
    }
  }
}
