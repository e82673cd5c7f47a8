internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Firm {
  mutating func derive(from name: ResourceName) { creditCode = name.id }

  /// The grade follows from the score by the rules that held in the division on the day of the rating.
  mutating func derive(in snapshot: any StoreSnapshot) throws {
    guard let creditScore, let day = creditDate?.civilDate else {
      creditGrade = .unspecified
      return
    }
    let grade = RedSailModel.CreditGrade(
      hundredths: Int(creditScore) * 100,
      try snapshot.ruleBook().table,
      divisions: try snapshot.ruleDivisions(of: division),
      on: day
    )
    creditGrade = CreditGrade(rawValue: grade.rawValue)
  }

  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.publicText(shortName, "short_name", limit: 64)
    violations.period(from: validFrom, to: validTo)
    violations.date(creditDate, "credit_date")
    if let creditScore {
      violations.number(Int64(creditScore), "credit_score", in: 0...100)
      if creditDate == nil { violations.missing("credit_date") }
    } else if creditDate != nil {
      violations.missing("credit_score")
    }
    for (index, membership) in associationMemberships.enumerated() {
      violations.inside("association_memberships[\(index)]") { violations in
        violations.publicText(membership.association, "association", limit: 128, required: true)
        violations.publicText(membership.part, "part", limit: 64)
        violations.period(from: membership.validFrom, to: membership.validTo, requiresStart: true)
      }
    }
  }

  /// A firm's id is its unified social credit code.
  static func newID(_ id: String, for resource: Firm, field: String, _ violations: inout Violations) -> String {
    guard !id.isEmpty else {
      violations.missing(field)
      return id
    }
    do throws(CreditCodeError) {
      return try CreditCode(id).text
    } catch {
      violations.add(field, .invalidCreditCode, LocalizedText(error.description, "统一社会信用代码“\(id)”无效"))
      return id
    }
  }

  static func prepare(_ resource: Firm, before: Firm?, named name: ResourceName, in transaction: any StoreTransaction)
    throws
  {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.county, .city], field: "firm.division")
    }
    if let before { try resource.checkShortened(from: before, named: name, in: transaction) }
    if before?.creditDate != resource.creditDate {
      try transaction.checkPast(["firm.credit_date": resource.creditDate])
    }
    if before?.associationMemberships != resource.associationMemberships {
      try resource.checkMemberships(named: name)
    }
  }

  /// A firm works in the city while it has projects, posts, instructors, appointments and a party organisation there.
  private func checkShortened(from before: Firm, named name: ResourceName, in snapshot: any StoreSnapshot) throws {
    guard before.validFrom != validFrom || before.validTo != validTo else { return }
    let firm = ColumnValue.text(name.text)
    var dependants = PeriodDependants()
    dependants.periods(Project.recordKind, .compare("firm", .equal, firm))
    dependants.periods(KeyPost.recordKind, .compare("firm", .equal, firm))
    dependants.periods(InstructorAssignment.recordKind, .compare("firm", .equal, firm))
    dependants.periods(Appointment.recordKind, .compare("to_organisation", .equal, firm))
    dependants.periods(Appointment.recordKind, .compare("from_organisation", .equal, firm))
    dependants.periods(PartyOrganisation.linkKind, .compare("subject", .equal, firm)) {
      ResourceLinks<PartyOrganisation>.owner(ofRow: $0, PartyOrganisation.linkKind)
    }
    try dependants.check(
      Period(validFrom, validTo),
      before: Period(before.validFrom, before.validTo),
      field: "firm",
      in: snapshot
    )
  }

  /// A firm is a member of an association once at a time.
  private func checkMemberships(named name: ResourceName) throws {
    for (index, later) in associationMemberships.enumerated() {
      let period = Period(later.validFrom, later.validTo)
      let rival = associationMemberships[..<index].firstIndex {
        $0.association == later.association && Period($0.validFrom, $0.validTo).overlaps(period)
      }
      guard let rival else { continue }
      throw Failure.periodOverlap(
        LocalizedText(
          "firm.association_memberships[\(index)]: the period overlaps that of [\(rival)] in the same association",
          "同一协会的会员期间重叠（第 \(rival + 1) 与第 \(index + 1) 项）"
        ),
        with: name.text
      )
    }
  }
}
