internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Candidate {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    if person != nil { violations.person(person, "person", required: true) }
    violations.value(category, "category")
    if proposer != nil { violations.person(proposer, "proposer", required: true) }
    if category == .partyOwner, !partyMember {
      violations.add(
        "party_member",
        .invalidField,
        LocalizedText("the category PARTY_OWNER says true", "类别为党员业主时应填“是”")
      )
    }
  }

  mutating func derive(from name: ResourceName) {
    if vetting == .unspecified { vetting = .pending }
  }

  /// What a vetting rests on: it does not change once the ballot is open.
  private func isVettedAs(_ other: Candidate?) -> Bool {
    guard let other else { return false }
    return category == other.category && partyMember == other.partyMember && unit == other.unit
  }

  static func prepare(
    _ resource: Candidate,
    before: Candidate?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let isVetted = resource.isVettedAs(before)
    // A merge of elections moves a candidate to another one.
    let isMoved = before != nil && before?.election != resource.election
    guard !isVetted || isMoved || before?.division != resource.division else { return }
    let election = try transaction.referred(Election.self, named: resource.election, field: "candidate.election")
    if !isVetted {
      let action: Election.Action = before == nil ? .propose : .changeCandidate
      try action.check(election.resource.state, of: election.record.name)
    }
    try check(resource, before: before, named: name, of: election, in: transaction)
  }

  /// Who stood in an election that has gone on since is loaded as decided then.
  static func prepareLoaded(_ resource: Candidate, named name: ResourceName, in transaction: any StoreTransaction)
    throws
  {
    let election = try transaction.referred(Election.self, named: resource.election, field: "candidate.election")
    try check(resource, before: nil, named: name, of: election, in: transaction)
  }

  private static func check(
    _ resource: Candidate,
    before: Candidate?,
    named name: ResourceName,
    of election: StoredRecord<Election>,
    in transaction: any StoreTransaction
  ) throws {
    try transaction.checkLevel(of: resource.division, [.street, .community], field: "candidate.division")
    try Failure.check(resource.division, "candidate.division", equals: election.resource.division, of: election)
    if !resource.unit.isEmpty, before?.unit != resource.unit {
      let unit = try transaction.referred(Unit.self, named: resource.unit, field: "candidate.unit")
      guard unit.resource.serviceArea == election.resource.serviceArea else {
        throw Failure.field(
          "candidate.unit",
          .invalidField,
          LocalizedText("'\(resource.unit)' does not vote in this election", "该房屋不属于本次选举的物业服务区域")
        )
      }
    }
    guard before?.election != resource.election else { return }
    let others = try transaction.candidates(of: resource.election).filter { $0.record.name != name.text }
    if let other = others.first(where: { $0.resource.person?.reference == resource.person?.reference }) {
      throw Failure.duplicate(
        of: other.record.name,
        LocalizedText("'\(other.record.name)' is of the same person in this election", "该人员已是本次选举的候选人")
      )
    }
  }

  /// A candidate of a ballot stays: who should not stand withdraws before it opens.
  static func didWrite(
    _ after: Candidate?,
    before: Candidate?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    guard after == nil, let before else { return }
    guard let record = try transaction.record(Election.recordKind, named: before.election) else { return }
    let election = try StoredRecord<Election>(record).resource
    try Election.Action.deleteCandidate.check(election.state, of: election.name)
  }
}

extension StoreSnapshot {
  /// The live candidates of an election, by name.
  func candidates(of election: String) throws -> [StoredRecord<Candidate>] {
    let query = ListQuery(
      Candidate.recordKind,
      where: RecordFilter(predicate: .compare("election", .equal, .text(election))),
      pageSize: ListQuery.maximumPageSize
    )
    return try list(query).records.map { try StoredRecord($0) }.sorted { $0.record.name < $1.record.name }
  }
}
