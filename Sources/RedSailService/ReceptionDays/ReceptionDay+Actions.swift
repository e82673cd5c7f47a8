internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension ReceptionDay {
  /// The actions on an event, and the states that allow them.
  enum Action: String, CaseIterable {
    case hold
    case cancel

    var allowedStates: [State] {
      switch self {
      case .hold: [.planned]
      case .cancel: [.planned, .held]
      }
    }
  }

  /// The event after it was held.
  func held(_ request: HoldReceptionDayRequest) throws -> ReceptionDay {
    try check(.hold)
    var held = self
    held.state = .held
    held.startTime = request.startTime
    held.endTime = request.endTime
    held.attendance = request.attendance
    if !request.participants.isEmpty { held.participants = request.participants }
    if !request.minutes.isEmpty { held.minutes = request.minutes }
    return held
  }

  /// The event after it was cancelled, or withdrawn.
  func cancelled(_ request: CancelReceptionDayRequest, at moment: EventMoment) throws -> ReceptionDay {
    try check(.cancel)
    var cancelled = self
    cancelled.state = .cancelled
    cancelled.cancelReason = request.reason
    cancelled.cancelTime = Timestamp(moment.event)
    return cancelled
  }

  private func check(_ action: Action) throws {
    guard !action.allowedStates.contains(state) else { return }
    let names = { (state: State) in
      String((State.layout.name(of: state.rawValue) ?? "").dropFirst("STATE_".count))
    }
    throw Failure.actionNotAllowed(
      action.rawValue,
      on: name,
      in: names(state),
      allowedStates: action.allowedStates.map(names),
      allowedActions: Action.allCases.filter { $0.allowedStates.contains(state) }.map(\.rawValue),
      chinese: "活动当前状态不允许该操作"
    )
  }
}
