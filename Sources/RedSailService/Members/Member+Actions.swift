internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Member {
  /// The actions on a member, and the stages that allow them.
  enum Action: String, CaseIterable {
    case advance
    case leave
    case recordBackbone = "record_backbone"

    var allowedStages: [Stage] {
      switch self {
      case .advance: [.applicant, .activist, .target, .probationary]
      case .leave: [.applicant, .activist, .target, .probationary, .full]
      // Members of the party: full ones and those on probation.
      case .recordBackbone: [.probationary, .full]
      }
    }
  }

  /// The record one stage further.
  func advanced(_ request: AdvanceMemberRequest, in snapshot: any StoreSnapshot) throws -> Member {
    try check(.advance)
    let expected = MemberStage(rawValue: stage.rawValue)?.next
    guard let next = DatedStage.all.first(where: { $0.stage.rawValue == request.stage.rawValue }) else { return self }
    guard next.stage == expected else {
      let refusal = MemberRefusal.stage(expected: expected, came: next.stage)
      throw Self.failure(refusal, came: next.stage, field: "stage")
    }
    var advanced = self
    advanced.stage = request.stage
    next.setDate(request.date, &advanced)
    try advanced.checkPipeline(in: snapshot) { $0?.stage == next.stage ? "date" : "member.\($0?.field ?? "left_date")" }
    return advanced
  }

  /// The record after the person left.
  func departed(_ request: LeaveMemberRequest, in snapshot: any StoreSnapshot) throws -> Member {
    try check(.leave)
    var violations = Violations()
    violations.noPersonalData(request.reason, "reason", try Self.scan(for: name, in: snapshot))
    try violations.check()
    var departed = self
    departed.stage = .left
    departed.leftDate = request.date
    departed.leftReason = request.reason
    try departed.checkPipeline(in: snapshot) { $0.map { "member.\($0.field)" } ?? "date" }
    return departed
  }

  /// The record after a party member became a backbone of the business.
  func trained(_ request: RecordMemberBackboneRequest) throws -> Member {
    try check(.recordBackbone)
    guard backboneDate == nil else {
      throw Failure.duplicate(
        of: name,
        LocalizedText("'\(name)' is recorded as a backbone already", "该党员已登记为业务骨干")
      )
    }
    if let date = request.date?.civilDate, let joined = probationDate?.civilDate, date < joined {
      throw Failure.field(
        "date",
        .conditionUnmet,
        LocalizedText("\(date) lies before the admission on \(joined)", "日期 \(date) 早于成为党员的日期 \(joined)"),
        metadata: ["condition": "probation_date"]
      )
    }
    var trained = self
    trained.backboneDate = request.date
    return trained
  }

  private func check(_ action: Action) throws {
    guard !action.allowedStages.contains(stage) else { return }
    let names = { (stage: Stage) in String((Stage.layout.name(of: stage.rawValue) ?? "").dropFirst("STAGE_".count)) }
    throw Failure.actionNotAllowed(
      action.rawValue,
      on: name,
      in: names(stage),
      allowedStates: action.allowedStages.map(names),
      allowedActions: Action.allCases.filter { $0.allowedStages.contains(stage) }.map(\.rawValue),
      chinese: "当前发展阶段不允许该操作"
    )
  }
}
