internal import RedSailAPI
internal import RedSailStore

extension Project {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.period(from: validFrom, to: validTo)
    for (index, compound) in compounds.enumerated() {
      if compound.isEmpty {
        violations.missing("compounds[\(index)]")
      } else if compounds[..<index].contains(compound) {
        violations.add(
          "compounds[\(index)]",
          .invalidField,
          LocalizedText("'\(compound)' stands in the list twice", "小区重复：“\(compound)”")
        )
      }
    }
    for (index, term) in managerTerms.enumerated() {
      violations.inside("manager_terms[\(index)]") { violations in
        violations.person(term.manager, "manager", required: true)
        violations.period(from: term.validFrom, to: term.validTo, requiresStart: true)
      }
      guard index > 0, let previous = managerTerms[index - 1].validFrom?.civilDate,
        let first = term.validFrom?.civilDate, first < previous
      else { continue }
      violations.add(
        "manager_terms[\(index)].valid_from",
        .invalidField,
        LocalizedText("terms stand in order of time: \(first) comes after \(previous)", "任期须按时间先后排列")
      )
    }
  }

  static func prepare(
    _ resource: Project,
    before: Project?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let period = Period(resource.validFrom, resource.validTo)
    if before == nil || before?.validFrom != resource.validFrom || before?.validTo != resource.validTo {
      try transaction.checkPeriod(period, insideFirm: resource.firm, field: "project.valid_to")
    }
    if let before { try resource.checkShortened(from: before, named: name, in: transaction) }
    for index in resource.managerTerms.indices.dropFirst() {
      let earlier = resource.managerTerms[index - 1]
      let later = resource.managerTerms[index]
      guard Period(earlier.validFrom, earlier.validTo).overlaps(Period(later.validFrom, later.validTo)) else {
        continue
      }
      throw Failure.periodOverlap(
        LocalizedText(
          "project.manager_terms[\(index)]: the term begins before the one before it ends",
          "项目经理任期重叠（第 \(index) 与第 \(index + 1) 项）"
        ),
        with: name.text
      )
    }
    guard before?.division != resource.division || before?.compounds != resource.compounds else { return }
    try transaction.checkLevel(of: resource.division, [.county, .street, .community], field: "project.division")
    for (index, compound) in resource.compounds.enumerated() {
      let field = "project.compounds[\(index)]"
      let division = try transaction.referred(Compound.self, named: compound, field: field).resource.division
      guard try !transaction.isDivision(division, within: resource.division) else { continue }
      throw Failure.field(
        field,
        .invalidField,
        LocalizedText(
          "'\(compound)' lies in '\(division)', which is not within '\(resource.division)'",
          "小区“\(compound)”不在项目所属区划内"
        )
      )
    }
  }

  /// A project goes on while it has contracts, posts, appointments, takeovers and events.
  private func checkShortened(from before: Project, named name: ResourceName, in snapshot: any StoreSnapshot) throws {
    guard before.validFrom != validFrom || before.validTo != validTo else { return }
    let project = ColumnValue.text(name.text)
    var dependants = PeriodDependants()
    dependants.periods(Contract.recordKind, .compare("project", .equal, project))
    dependants.periods(KeyPost.recordKind, .compare("project", .equal, project))
    dependants.periods(Appointment.recordKind, .compare("to_organisation", .equal, project))
    dependants.periods(Appointment.recordKind, .compare("from_organisation", .equal, project))
    dependants.days(Takeover.recordKind, .compare("project", .equal, project), "takeover_date")
    dependants.events(.compare("project", .equal, project))
    try dependants.check(
      Period(validFrom, validTo),
      before: Period(before.validFrom, before.validTo),
      field: "project",
      in: snapshot
    )
  }
}
