// The course of a renovation: the owners decide how the compound will be managed, before anything is approved. Each day lies in
// the past and not before that of the step before. `fill` sets what every step may carry: event time, etag, actor.

extension ResourceCollection where Resource == RenovationProject {
  /// Records how the owners decided the compound will be managed (确定物业管理模式). `fill` names the vote that passed
  /// (`ownersVote`), or what else the decision rests on (`basis`).
  @discardableResult
  public func decide(
    _ id: String,
    _ mode: RenovationProject.ManagementMode,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout DecideManagementModeRequest) -> Void
  ) async throws(RPCError) -> RenovationProject {
    try await act(ImprovementServiceMethods.decideManagementMode, on: id, options) {
      $0.mode = mode
      $0.date = date
      fill(&$0)
    }
  }

  /// Approves a renovation (批准改造); refused with `.conditionUnmet` before the way of management is decided.
  @discardableResult
  public func approve(
    _ id: String,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout ApproveRenovationProjectRequest) -> Void = { _ in }
  ) async throws(RPCError) -> RenovationProject {
    try await act(ImprovementServiceMethods.approveRenovationProject, on: id, options) {
      $0.date = date
      fill(&$0)
    }
  }

  /// Records the start of the works (开工).
  @discardableResult
  public func start(
    _ id: String,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout StartRenovationProjectRequest) -> Void = { _ in }
  ) async throws(RPCError) -> RenovationProject {
    try await act(ImprovementServiceMethods.startRenovationProject, on: id, options) {
      $0.date = date
      fill(&$0)
    }
  }

  /// Records the completion (完工).
  @discardableResult
  public func complete(
    _ id: String,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout CompleteRenovationProjectRequest) -> Void = { _ in }
  ) async throws(RPCError) -> RenovationProject {
    try await act(ImprovementServiceMethods.completeRenovationProject, on: id, options) {
      $0.date = date
      fill(&$0)
    }
  }

  /// Gives a renovation up before its works begin (取消改造).
  @discardableResult
  public func cancel(
    _ id: String,
    on date: CalendarDate,
    because reason: String,
    options: CallOptions = CallOptions(),
    with fill: (inout CancelRenovationProjectRequest) -> Void = { _ in }
  ) async throws(RPCError) -> RenovationProject {
    try await act(ImprovementServiceMethods.cancelRenovationProject, on: id, options) {
      $0.date = date
      $0.reason = reason
      fill(&$0)
    }
  }
}
