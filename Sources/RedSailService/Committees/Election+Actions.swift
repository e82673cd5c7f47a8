internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Election {
  /// The actions on an election and its candidates, and the states that allow them.
  enum Action: String, StateAction {
    case change
    case propose
    case changeCandidate = "change_candidate"
    case deleteCandidate = "delete_candidate"
    case vetCandidate = "vet_candidate"
    case withdrawCandidate = "withdraw_candidate"
    case openBallot = "open_ballot"
    case count
    case file
    case cancel

    var allowedStates: [Election.State] {
      switch self {
      case .change, .propose, .changeCandidate, .vetCandidate, .withdrawCandidate, .openBallot: [.preparing]
      case .deleteCandidate: [.preparing, .cancelled]
      case .count: [.ballotOpen]
      case .file: [.counted]
      case .cancel: [.preparing, .ballotOpen, .counted]
      }
    }
  }

  /// The election with its ballot open: every candidate has a decision, and those approved are enough for a lawful
  /// committee. A slate that cannot reach the minimum party ratio is warned of.
  func opened(_ request: OpenElectionBallotRequest, in snapshot: any StoreSnapshot) throws -> Election {
    try Action.openBallot.check(state, of: name)
    guard let day = request.ballotDate?.civilDate else { return self }
    if let start = startDate?.civilDate, day < start {
      throw Failure.before("ballot_date", day, start, LocalizedText("the start of the preparations", "筹备启动日期"))
    }
    let slate = try snapshot.candidates(of: name).filter { $0.resource.vetting != .withdrawn }
    if let undecided = slate.first(where: { $0.resource.vetting == .pending }) {
      throw Failure.make(
        .notVetted,
        LocalizedText(
          "'\(undecided.record.name)' has no decision yet: every candidate is vetted before the ballot opens",
          "候选人“\(undecided.record.name)”尚未审核，投票前每名候选人均须有审核意见"
        ),
        metadata: ["name": undecided.record.name]
      )
    }
    let approved = slate.map(\.resource).filter { $0.vetting == .approved }
    let rules = try snapshot.committeeRules(in: division, on: day)
    try checkSlate(approved.count, rules)
    var opened = self
    opened.state = .ballotOpen
    opened.ballotDate = request.ballotDate
    if kind != .byElection,
      let warning = rules.slateWarning(partyMembers: approved.count(where: \.partyMember), seats: Int(seats))
    {
      opened.warnings.append(RuleWarning(warning, field: "seats"))
    }
    return opened
  }

  private func checkSlate(_ approved: Int, _ rules: CommitteeRules) throws {
    let least = kind == .byElection ? 1 : rules.sizeMinimum.integer
    guard approved < least else { return }
    guard kind != .byElection else {
      throw Failure.conditionUnmet("a candidate is approved", LocalizedText("no candidate is approved", "没有审核通过的候选人"))
    }
    throw Failure.ruleBreached(
      RuleBreach(
        rules.sizeMinimum,
        came: approved,
        english: "a committee has at least \(least) members, and \(approved) candidates are approved",
        chinese: "业主委员会委员不少于\(least)人，审核通过的候选人仅\(approved)人"
      ),
      field: ""
    )
  }

  /// The election after it was given up: before its result, or after one that is not valid. A valid result stays.
  func cancelled(_ request: CancelElectionRequest) throws -> Election {
    try Action.cancel.check(state, of: name)
    if state == .counted, valid {
      throw Failure.make(
        .actionNotAllowed,
        LocalizedText("'\(name)' has a valid result, which stays", "选举结果有效，不能取消"),
        metadata: [
          "state": "COUNTED", "action": "cancel", "allowed_states": "", "allowed_actions": Action.file.rawValue,
        ]
      )
    }
    var cancelled = self
    cancelled.state = .cancelled
    cancelled.cancelReason = request.reason
    return cancelled
  }
}
