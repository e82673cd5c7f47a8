internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Committee {
  /// The actions on a committee, and the states that allow them.
  enum Action: String, StateAction {
    case file
    case changeSeats = "change_seats"
    case dissolve
    case handOver = "record_handover"

    var allowedStates: [Committee.State] {
      switch self {
      case .file, .handOver: [.serving, .dissolved]
      case .changeSeats, .dissolve: [.serving]
      }
    }
  }

  /// The committee after its filing, or after the filing of the change of its members. A late one is recorded and flagged.
  func filed(_ request: FileCommitteeRequest) throws -> Committee {
    try Action.file.check(state, of: name)
    guard let day = request.filingDate?.civilDate else { return self }
    var filed = self
    filed.filingNumber = request.filingNumber
    if let first = filingDate?.civilDate {
      guard changeFilingDate == nil, let deadline = changeFilingDeadline?.civilDate else {
        throw Failure.make(
          .actionNotAllowed,
          LocalizedText("'\(name)' was filed on \(first), and its members have not changed since", "该业委会已备案，此后委员未变更"),
          metadata: [
            "state": "FILED", "action": "file", "allowed_states": "", "allowed_actions": "change_seats, dissolve",
          ]
        )
      }
      if day < first { throw Failure.before("filing_date", day, first, LocalizedText("the first filing", "首次备案")) }
      filed.changeFilingDate = request.filingDate
      filed.filedLate = filedLate || day > deadline
      return filed
    }
    if let elected = electedDate?.civilDate, day < elected {
      throw Failure.before("filing_date", day, elected, LocalizedText("the election", "选举日期"))
    }
    filed.filingDate = request.filingDate
    filed.filedLate = filingDeadline?.civilDate.map { day > $0 } ?? false
    return filed
  }

  /// The committee with other members. Those who are left out have left on the day of the event; the record of them stays.
  func changed(_ request: ChangeCommitteeSeatsRequest, at moment: EventMoment, in snapshot: any StoreSnapshot) throws
    -> Committee
  {
    try Action.changeSeats.check(state, of: name)
    let day = moment.event.unixTime.civilDate
    try checkServes(on: day, .changeSeats)
    let stay = Set(request.members.compactMap(\.person?.reference))
    let gone = members.filter { !stay.contains($0.person?.reference ?? "") }.map { seat in
      var seat = seat
      if seat.leftDate == nil { seat.leftDate = CalendarDate(max(day, seat.joinedDate?.civilDate ?? day)) }
      return seat
    }
    var changed = self
    changed.beginComposition(on: day)
    changed.members = request.members + gone
    changed.partyMemberCount = request.partyMemberCount
    changed.changeReason = request.reason
    try changed.checkChangedSize(on: day, in: snapshot)
    changed.startChangeFiling(from: try snapshot.lastDay(of: .committeeChangeFilingDays, in: division, from: day))
    return changed
  }

  /// Starts the clock of the filing of a change; a change that is not filed yet keeps the earlier deadline.
  mutating func startChangeFiling(from deadline: CivilDate) {
    if changeFilingDate == nil, let pending = changeFilingDeadline?.civilDate, pending < deadline { return }
    changeFilingDeadline = CalendarDate(deadline)
    changeFilingDate = nil
  }

  /// Nobody is refused the right to resign; a committee that grows beyond what the rules allow is refused.
  func checkChangedSize(on day: CivilDate, in snapshot: any StoreSnapshot) throws {
    let sitting = memberCount
    if partyMemberCount > sitting {
      throw Failure.field(
        "party_member_count",
        .invalidField,
        LocalizedText("expected 0 to \(sitting), came \(partyMemberCount)", "党员委员人数多于委员人数")
      )
    }
    if seats > 0, sitting > Int(seats) {
      throw Failure.field(
        "members",
        .invalidField,
        LocalizedText("\(sitting) would sit where there are \(seats) seats", "委员人数多于应有席位")
      )
    }
    guard kind == .owners else { return }
    let rules = try snapshot.committeeRules(in: division, on: day)
    if let breach = rules.sizeBreaches(members: sitting).first(where: { $0.rule == rules.sizeMaximum }) {
      throw Failure.ruleBreached(breach, field: "members")
    }
  }

  /// The committee after it ended before its term did.
  func dissolved(_ request: DissolveCommitteeRequest) throws -> Committee {
    try Action.dissolve.check(state, of: name)
    guard let end = request.endDate?.civilDate else { return self }
    try checkServes(on: end.advanced(byDays: -1), .dissolve)
    if let handover = request.handoverDate?.civilDate, let first = validFrom?.civilDate, handover < first {
      throw Failure.before("handover_date", handover, first, LocalizedText("the term's first day", "任期起始日期"))
    }
    var dissolved = self
    dissolved.state = .dissolved
    dissolved.validTo = request.endDate
    dissolved.endReason = request.reason
    dissolved.handoverDate = request.handoverDate
    return dissolved
  }

  /// The committee after it handed papers and seal over.
  func handedOver(_ request: RecordCommitteeHandoverRequest) throws -> Committee {
    try Action.handOver.check(state, of: name)
    guard let day = request.handoverDate?.civilDate else { return self }
    if let before = handoverDate?.civilDate {
      throw Failure.make(
        .actionNotAllowed,
        LocalizedText("'\(name)' handed over on \(before)", "该业委会已于\(before)移交"),
        metadata: ["state": "HANDED_OVER", "action": "record_handover", "allowed_states": "", "allowed_actions": ""]
      )
    }
    guard let end = validTo?.civilDate else {
      throw Failure.conditionUnmet(
        "'\(name)' has no end of its term: dissolve it, or enter valid_to",
        LocalizedText("'\(name)' has no end of its term: dissolve it, or enter valid_to", "该业委会尚未终止")
      )
    }
    if day < end { throw Failure.before("handover_date", day, end, LocalizedText("the end of the term", "任期届满")) }
    var handedOver = self
    handedOver.handoverDate = request.handoverDate
    handedOver.handoverReceiver = request.receiver
    return handedOver
  }

  /// Throws unless the committee serves on a day.
  func checkServes(on day: CivilDate, _ action: Action) throws {
    let term = Period(validFrom, validTo)
    guard !DatePeriod(from: term.from, to: term.to).contains(day) else { return }
    throw Failure.make(
      .actionNotAllowed,
      LocalizedText("'\(name)' serves \(term), not on \(day)", "\(day)不在该业委会任期内（\(term)）"),
      metadata: [
        "state": "NOT_SERVING", "action": action.rawValue, "allowed_states": "SERVING",
        "allowed_actions": Action.handOver.rawValue,
      ]
    )
  }
}
