internal import RPCCore
internal import RedSailAPI
internal import RedSailModel

extension RenovationProject {
  /// The project after its owners decided how the compounds will be managed.
  func modeDecided(_ request: DecideManagementModeRequest) throws -> RenovationProject {
    let date = request.date ?? CalendarDate()
    let mode = PropertyManagementMode(rawValue: request.mode.rawValue) ?? .professional
    let decision = request.ownersVote.isEmpty ? request.basis : request.ownersVote
    var project = try after(.decideMode(mode, decision: decision), on: date)
    project.managementMode = request.mode
    project.modeDecidedDate = date
    project.ownersVote = request.ownersVote
    project.modeBasis = request.basis
    return project
  }

  /// The project after its approval.
  func approved(on date: CalendarDate) throws -> RenovationProject {
    var project = try after(.approve, on: date)
    project.approvedDate = date
    return project
  }

  /// The project after the works began.
  func started(on date: CalendarDate) throws -> RenovationProject {
    var project = try after(.start, on: date)
    project.startedDate = date
    return project
  }

  /// The project after the works ended.
  func completed(on date: CalendarDate) throws -> RenovationProject {
    var project = try after(.complete, on: date)
    project.completedDate = date
    return project
  }

  /// The project after it was given up.
  func cancelled(on date: CalendarDate, because reason: String) throws -> RenovationProject {
    var project = try after(.cancel(reason: reason), on: date)
    project.cancelledDate = date
    project.cancelReason = reason
    return project
  }

  private func after(_ command: RenovationCommand, on date: CalendarDate) throws -> RenovationProject {
    let day = date.civilDate ?? CivilDate(daysSinceEpoch: 0)
    do throws(RenovationMachine.Refusal) {
      let snapshot = try RenovationMachine().apply(command, to: RenovationSnapshot(self), on: day)
      var project = self
      project.state = State(rawValue: snapshot.state.rawValue)
      return project
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ refusal: RenovationMachine.Refusal) -> RPCError {
    switch refusal.condition {
    case nil where refusal.action == .approve && refusal.state == .planned:
      Failure.conditionUnmet(
        "management_mode",
        LocalizedText(
          "'\(name)' is approved only after the way of management is decided: use DecideManagementMode",
          "须先确定物业管理模式，方可批准改造"
        )
      )
    case nil: Failure.actionNotAllowed(refusal, on: name)
    case .decisionMissing: Failure.field("basis", .requiredField, LocalizedText("is required", "为必填字段"))
    case .reasonMissing: Failure.field("reason", .requiredField, LocalizedText("is required", "为必填字段"))
    case .beforeLast(let day, let last): Failure.dayBeforeLast(name, last: last, came: day)
    }
  }
}

extension RenovationSnapshot {
  /// A stored project, as the rules see it.
  init(_ project: RenovationProject) {
    let days = [
      project.modeDecidedDate, project.approvedDate, project.startedDate, project.completedDate, project.cancelledDate,
    ]
    self.init(
      state: RenovationState(rawValue: project.state.rawValue) ?? .planned,
      mode: PropertyManagementMode(rawValue: project.managementMode.rawValue),
      lastEvent: days.compactMap { $0?.civilDate }.max() ?? CivilDate(daysSinceEpoch: 0)
    )
  }
}
