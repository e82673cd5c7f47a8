internal import RPCCore
internal import RedSailAPI

/// Reception days and their kin (接待日、恳谈会等活动).
struct ReceptionDayHandlers: ReceptionDayService {
  let receptionDays: StandardMethods<ReceptionDay>

  init(_ environment: ServiceEnvironment) {
    receptionDays = StandardMethods(environment: environment)
  }

  func getReceptionDay(_ request: GetReceptionDayRequest, context: ServerContext) async throws -> ReceptionDay {
    try await receptionDays.get(request.name, context)
  }

  func listReceptionDays(_ request: ListReceptionDaysRequest, context: ServerContext) async throws
    -> ListReceptionDaysResponse
  {
    let page = try await receptionDays.list(request, context)
    return .with {
      $0.receptionDays = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createReceptionDay(_ request: CreateReceptionDayRequest, context: ServerContext) async throws -> ReceptionDay {
    try await receptionDays.create(request, context)
  }

  func updateReceptionDay(_ request: UpdateReceptionDayRequest, context: ServerContext) async throws -> ReceptionDay {
    try await receptionDays.update(request, context)
  }

  func deleteReceptionDay(_ request: DeleteReceptionDayRequest, context: ServerContext) async throws -> ReceptionDay {
    try await receptionDays.delete(request, context)
  }

  func undeleteReceptionDay(_ request: UndeleteReceptionDayRequest, context: ServerContext) async throws -> ReceptionDay
  {
    try await receptionDays.undelete(request, context)
  }

  func holdReceptionDay(_ request: HoldReceptionDayRequest, context: ServerContext) async throws -> ReceptionDay {
    let now = receptionDays.environment.clock()
    return try await receptionDays.act(request, context) { violations in
      violations.person(request.actor, "actor")
      if request.startTime == nil { violations.missing("start_time") }
      violations.eventTime(request.startTime, "start_time", now: now)
      violations.eventTime(request.endTime, "end_time", now: now)
      violations.order(request.startTime, "start_time", request.endTime, "end_time")
      violations.number(Int64(request.attendance), "attendance", in: 0...Int64(Int32.max))
      violations.participants(request.participants)
      violations.text(request.minutes, "minutes", limit: 4_000)
      violations.noPersonalData(request.minutes, "minutes", PersonalDataScan(caller: nil))
    } changing: { stored, _, _ in
      try stored.resource.held(request)
    }
  }

  func cancelReceptionDay(_ request: CancelReceptionDayRequest, context: ServerContext) async throws -> ReceptionDay {
    try await receptionDays.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.text(request.reason, "reason", limit: 500, required: true)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    } changing: { stored, _, moment in
      try stored.resource.cancelled(request, at: moment)
    }
  }
}
