internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// What a valid election brings about: a committee, or new members of the one that it fills up.
struct ElectionFiling {
  private var election: Election
  private let request: FileElectionRequest
  private let moment: EventMoment
  private let transaction: any StoreTransaction
  private let elected: [Candidate]
  private let first: CivilDate

  /// Checks that the election has a valid result, and takes the owners' choice between level candidates.
  init(
    _ election: Election,
    _ request: FileElectionRequest,
    at moment: EventMoment,
    in transaction: any StoreTransaction
  ) throws {
    try Election.Action.file.check(election.state, of: election.name)
    var outcome = try ElectionOutcome(counted: election, in: transaction)
    var election = election
    if !request.tieElected.isEmpty {
      try outcome.decideTie(request.tieElected, field: "tie_elected")
      outcome.record(in: &election, partyMembers: election.partyMemberCount)
    }
    guard election.valid else {
      let missing = outcome.breaches.map(\.english).joined(separator: "; ")
      throw Failure.make(
        .resultNotValid,
        LocalizedText(
          "'\(election.name)' has no valid result: \(missing)",
          "选举结果无效：\(outcome.breaches.map(\.chinese).joined(separator: "；"))"
        ),
        metadata: ["missing": missing]
      )
    }
    guard let first = request.termFrom?.civilDate, let counted = election.countDate?.civilDate else {
      throw Failure.field("term_from", .requiredField, LocalizedText("is required", "为必填字段"))
    }
    if first < counted { throw Failure.before("term_from", first, counted, LocalizedText("the count", "计票日期")) }
    elected = outcome.elected
    if !request.chair.isEmpty, !elected.contains(where: { $0.name == request.chair }) {
      throw Failure.field("chair", .invalidField, LocalizedText("'\(request.chair)' is not elected", "主任须为当选候选人"))
    }
    self.election = election
    self.request = request
    self.moment = moment
    self.transaction = transaction
    self.first = first
  }

  /// Writes the committee and gives the election as it is afterwards.
  func filed() throws -> Election {
    var filed = election
    filed.state = .filed
    filed.resultingCommittee = election.kind == .byElection ? try fillUp() : try establish()
    return filed
  }

  private var seats: [Committee.Seat] {
    elected.map { candidate in
      .with {
        $0.person = candidate.person
        $0.post = candidate.name == request.chair ? .chair : .member
        $0.joinedDate = request.termFrom
      }
    }
  }

  private func lastDay(_ parameter: RuleParameter) throws -> CivilDate {
    try transaction.lastDay(of: parameter, in: election.division, from: election.countDate?.civilDate ?? first)
  }

  /// A by-election: the elected join the committee, and the change is filed.
  private func fillUp() throws -> String {
    let stored = try transaction.live(Committee.self, named: election.committee)
    try Committee.Action.changeSeats.check(stored.resource.state, of: stored.record.name)
    try stored.resource.checkServes(on: first, .changeSeats)
    var committee = stored.resource
    committee.beginComposition(on: first)
    committee.members += seats
    committee.partyMemberCount += election.partyMemberCount
    committee.changeReason = "补选"
    try committee.checkChangedSize(on: first, in: transaction)
    committee.startChangeFiling(from: try lastDay(.committeeChangeFilingDays))
    try update(stored, to: committee)
    return stored.record.name
  }

  /// A first election or a re-election: a committee with a term of its own, after the one before it.
  private func establish() throws -> String {
    let area = try transaction.referred(ServiceArea.self, named: election.serviceArea, field: "election.service_area")
    var committee = Committee.with {
      $0.division = election.division
      $0.displayName = displayName(in: area.resource)
      $0.kind = .owners
      $0.compounds = area.resource.compounds
      $0.serviceArea = election.serviceArea
      $0.election = election.name
      $0.electionKind = election.kind
      $0.electedDate = election.ballotDate
      $0.seats = election.seats
      $0.members = seats
      $0.partyMemberCount = election.partyMemberCount
      $0.validFrom = request.termFrom
    }
    let day = election.ballotDate?.civilDate ?? first
    let longest = try transaction.ruleValue(.committeeTermMaximumYears, in: election.division, on: day).integer
    let years = election.termYears == 0 ? longest : Int(election.termYears)
    committee.validTo = CalendarDate(first.advanced(byYears: years))
    committee.filingDeadline = CalendarDate(try lastDay(.committeeFilingDays))
    try endPredecessors(of: committee)
    let id = request.committeeID.isEmpty ? ResourceID.random() : request.committeeID
    let name = ResourceName(
      text: ResourceType.committee.name(city: transaction.city, id: id),
      city: transaction.city,
      id: id
    )
    return try transaction.create(committee, named: name, moment, keepingOutputs: true).record.name
  }

  private func displayName(in area: ServiceArea) -> String {
    if !request.displayName.isEmpty { return request.displayName }
    return election.displayName.isEmpty ? area.displayName + "业主委员会" : election.displayName
  }

  /// Ends the committee that is re-elected, and a property management committee whose compounds all get one of their own,
  /// on the day on which the new term begins. Any other that serves then is refused as an overlap.
  private func endPredecessors(of committee: Committee) throws {
    for name in Set(try transaction.rivals(of: committee)).sorted() {
      let stored = try transaction.live(Committee.self, named: name)
      let isReplaced =
        name == election.committee
        || stored.resource.kind == .propertyManagement
          && stored.resource.compounds.allSatisfy(committee.compounds.contains)
      let begins = stored.resource.validFrom?.civilDate
      guard isReplaced, begins.map({ $0 < first }) ?? true else { continue }
      var ended = stored.resource
      ended.validTo = request.termFrom
      ended.endReason = election.kind == .reelection ? "换届" : "选举产生业主委员会"
      try update(stored, to: ended)
    }
  }

  private func update(_ stored: StoredRecord<Committee>, to committee: Committee) throws {
    guard let name = ResourceType.committee.parse(stored.record.name) else { return }
    var moment = moment
    // The committee's own last event may be later than the election that is entered now.
    moment.event = max(moment.event, stored.lastEvent ?? moment.event)
    try transaction.update(stored, to: committee, named: name, moment)
  }
}
