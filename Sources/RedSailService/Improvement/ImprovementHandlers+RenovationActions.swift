internal import RPCCore
internal import RedSailAPI

/// 确定模式、批准、开工、完工、取消.
extension ImprovementHandlers {
  func decideManagementMode(_ request: DecideManagementModeRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    try await renovationProjects.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.value(request.mode, "mode", required: true)
      violations.date(request.date, "date", required: true)
      violations.reference(request.ownersVote, "owners_vote", of: .ownersVote, in: nil)
      violations.text(request.basis, "basis", limit: 200, required: request.ownersVote.isEmpty)
    } changing: { stored, transaction, _ in
      try transaction.checkPast(["date": request.date])
      if !request.ownersVote.isEmpty { try transaction.checkVote(request, of: stored.resource) }
      return try stored.resource.modeDecided(request)
    }
  }

  func approveRenovationProject(_ request: ApproveRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    try await step(request, context, by: request.actor, on: request.date) { try $0.approved(on: $1) }
  }

  func startRenovationProject(_ request: StartRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    try await step(request, context, by: request.actor, on: request.date) { try $0.started(on: $1) }
  }

  func completeRenovationProject(_ request: CompleteRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    try await step(request, context, by: request.actor, on: request.date) { try $0.completed(on: $1) }
  }

  func cancelRenovationProject(_ request: CancelRenovationProjectRequest, context: ServerContext) async throws
    -> RenovationProject
  {
    try await step(request, context, by: request.actor, on: request.date) { violations in
      violations.text(request.reason, "reason", limit: 500, required: true)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    } changing: {
      try $0.cancelled(on: $1, because: request.reason)
    }
  }

  /// A step that needs a day and who does it.
  private func step(
    _ request: some ActionRequest,
    _ context: ServerContext,
    by actor: PersonReference?,
    on date: CalendarDate?,
    validate: (inout Violations) -> Void = { _ in },
    changing change: @escaping @Sendable (RenovationProject, CalendarDate) throws -> RenovationProject
  ) async throws -> RenovationProject {
    try await renovationProjects.act(request, context) { violations in
      violations.person(actor, "actor")
      violations.date(date, "date", required: true)
      validate(&violations)
    } changing: { stored, transaction, _ in
      try transaction.checkPast(["date": date])
      return try change(stored.resource, date ?? CalendarDate())
    }
  }
}
