internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Election {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    if seats != 0 { violations.number(Int64(seats), "seats", in: 1...99) }
    violations.number(Int64(termYears), "term_years", in: 0...10)
    violations.date(plannedBallotDate, "planned_ballot_date")
    violations.date(startDate, "start_date")
    switch kind {
    case .first where !committee.isEmpty:
      violations.add(
        "committee",
        .invalidField,
        LocalizedText("a FIRST election has no committee before it", "首次选举没有原业委会")
      )
    case .reelection, .byElection:
      if committee.isEmpty { violations.missing("committee") }
    default: break
    }
  }

  mutating func derive(from name: ResourceName) {
    if state == .unspecified { state = .preparing }
  }

  /// A re-election that began too late is warned of from the start.
  mutating func derive(in snapshot: any StoreSnapshot) throws {
    guard state == .preparing else { return }
    warnings = []
    guard kind == .reelection, let start = startDate?.civilDate,
      let old = try snapshot.record(Committee.recordKind, named: committee)
    else { return }
    let expiring = try StoredRecord<Committee>(old).resource
    guard let first = expiring.validFrom?.civilDate, let end = expiring.validTo?.civilDate else { return }
    let term = CommitteeTerm(stored: first, through: end.advanced(byDays: -1))
    let clock = ReelectionClock(term, rules: try snapshot.committeeRules(in: division, on: start))
    guard let breach = clock.breach(started: start, today: start) else { return }
    warnings = [RuleWarning(breach, field: "start_date")]
  }

  static func prepare(
    _ resource: Election,
    before: Election?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.street, .community], field: "election.division")
      try checkPlace(of: resource, in: transaction)
    }
    if let before {
      if before.division != resource.division {
        try BallotBox.move(of: name.text, to: resource.divisionCode, transaction)
      }
      // A merge of service areas moves an election to another one.
      if before.serviceArea != resource.serviceArea { try checkRunning(resource, named: name, in: transaction) }
      // It moves with its place in any state: communities are merged after their elections.
      guard before.seats != resource.seats || before.termYears != resource.termYears else { return }
      try Action.change.check(before.state, of: name.text)
    } else {
      try transaction.checkPast(["election.start_date": resource.startDate])
      try checkRunning(resource, named: name, in: transaction)
    }
    try checkSize(of: resource, in: transaction)
  }

  /// A count that could have been made: it is added up again when the election is filed.
  static func prepareLoaded(_ resource: Election, named name: ResourceName, in transaction: any StoreTransaction) throws
  {
    var violations = Violations()
    violations.result(resource.result, "election.result")
    violations.number(Int64(resource.partyMemberCount), "election.party_member_count", in: 0...Int64(resource.seats))
    for (index, candidate) in resource.candidateResults.enumerated() {
      violations.inside("election.candidate_results[\(index)]") { violations in
        let whole = resource.result ?? VoteResult()
        let area = whole.participatingAreaHundredths
        violations.part(candidate.forAreaHundredths, "for_area_hundredths", of: area, "participating_area_hundredths")
        violations.part(candidate.forHeads, "for_heads", of: whole.participatingHeads, "participating_heads")
      }
    }
    if resource.state == .counted || resource.state == .filed, resource.result == nil {
      violations.missing("election.result")
    }
    try violations.check()
    try prepare(resource, before: nil, named: name, in: transaction)
  }

  private static func checkPlace(of resource: Election, in transaction: any StoreTransaction) throws {
    let field = "election.service_area"
    let area = try transaction.referred(ServiceArea.self, named: resource.serviceArea, field: field).resource
    let isHere = try transaction.isDivision(area.division, within: resource.division)
    let holdsIt = try transaction.isDivision(resource.division, within: area.division)
    guard isHere || holdsIt else {
      throw Failure.field(
        field,
        .invalidField,
        LocalizedText("'\(resource.serviceArea)' does not lie in '\(resource.division)'", "物业服务区域不在选举所属区划内")
      )
    }
    guard !resource.committee.isEmpty else { return }
    let old = try transaction.referred(Committee.self, named: resource.committee, field: "election.committee").resource
    guard old.kind == .owners, old.compounds.contains(where: area.compounds.contains) else {
      throw Failure.field(
        "election.committee",
        .invalidField,
        LocalizedText(
          "expected the owners' committee of '\(resource.serviceArea)', came '\(resource.committee)'",
          "应为该物业服务区域的业主委员会"
        )
      )
    }
  }

  /// One election at a time takes place in a service area.
  private static func checkRunning(_ resource: Election, named name: ResourceName, in transaction: any StoreTransaction)
    throws
  {
    guard
      resource.state == .preparing || resource.state == .ballotOpen || (resource.state == .counted && resource.valid)
    else { return }
    let state = { (state: State) in ColumnValue.integer(Int64(state.rawValue)) }
    let query = ListQuery(
      Election.recordKind,
      where: RecordFilter(
        predicate: .and([
          .compare("service_area", .equal, .text(resource.serviceArea)), .compare("name", .notEqual, .text(name.text)),
          .or([
            .isIn("state", [state(.preparing), state(.ballotOpen)]),
            .and([.compare("state", .equal, state(.counted)), .compare("valid", .equal, .boolean(true))]),
          ]),
        ])
      ),
      pageSize: 1
    )
    guard let other = try transaction.list(query).records.first else { return }
    throw Failure.duplicate(
      of: other.name,
      LocalizedText("'\(other.name)' takes place in this service area: finish or cancel it", "该物业服务区域已有进行中的选举")
    )
  }

  /// Size and term are law: an election for an unlawful committee does not begin.
  private static func checkSize(of resource: Election, in transaction: any StoreTransaction) throws {
    guard let start = resource.startDate?.civilDate else { return }
    let rules = try transaction.committeeRules(in: resource.division, on: start)
    if resource.kind == .byElection {
      if resource.state == .preparing { try checkVacancies(of: resource, in: transaction) }
    } else if let breach = rules.sizeBreaches(members: Int(resource.seats)).first {
      throw Failure.ruleBreached(breach, field: "election.seats")
    }
    let longest = rules.termMaximumYears.integer
    guard Int(resource.termYears) > longest else { return }
    throw Failure.ruleBreached(
      RuleBreach(
        rules.termMaximumYears,
        came: resource.termYears,
        english: "a term has at most \(longest) years, came \(resource.termYears)",
        chinese: "任期不超过\(longest)年，所填为\(resource.termYears)年"
      ),
      field: "election.term_years"
    )
  }

  /// A by-election fills vacant seats.
  private static func checkVacancies(of resource: Election, in transaction: any StoreTransaction) throws {
    let committee = try transaction.referred(Committee.self, named: resource.committee, field: "election.committee")
    let vacant = Int(committee.resource.seats) - committee.resource.members.count(where: \.sits)
    guard Int(resource.seats) > vacant else { return }
    throw Failure.field(
      "election.seats",
      .invalidField,
      LocalizedText(
        "'\(resource.committee)' has \(vacant) vacant seats, came \(resource.seats)",
        "该业委会缺额 \(vacant) 人，补选名额不得多于缺额"
      )
    )
  }
}
