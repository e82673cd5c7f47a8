internal import RPCCore
internal import RedSailAPI

/// 责令整改、整改、复查.
extension SafetyHandlers {
  func orderHazard(_ request: OrderHazardRequest, context: ServerContext) async throws -> Hazard {
    try await hazards.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.date(request.dueDate, "due_date", required: true)
    } changing: { stored, _, moment in
      try stored.resource.ordered(request, on: moment.event.unixTime.civilDate)
    }
  }

  func remedyHazard(_ request: RemedyHazardRequest, context: ServerContext) async throws -> Hazard {
    try await hazards.act(request, context) { violations in
      violations.person(request.actor, "actor", required: true)
      violations.date(request.date, "date", required: true)
      violations.text(request.remedy, "remedy", limit: 500, required: true)
      violations.noPersonalData(request.remedy, "remedy", PersonalDataScan(caller: nil))
    } changing: { stored, transaction, _ in
      try transaction.checkPast(["date": request.date])
      return try stored.resource.remedied(request)
    }
  }

  func verifyHazard(_ request: VerifyHazardRequest, context: ServerContext) async throws -> Hazard {
    try await hazards.act(request, context) { violations in
      violations.person(request.actor, "actor", required: true)
      violations.date(request.date, "date", required: true)
      violations.date(request.dueDate, "due_date", required: !request.passed)
      violations.text(request.reason, "reason", limit: 500, required: !request.passed)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
      guard request.passed else { return }
      let unfit = LocalizedText("belongs to a verification that failed, and passed is set", "复查合格时不得填写")
      if request.dueDate != nil { violations.add("due_date", .invalidField, unfit) }
      if !request.reason.isEmpty { violations.add("reason", .invalidField, unfit) }
    } changing: { stored, transaction, _ in
      try transaction.checkPast(["date": request.date])
      return try stored.resource.verified(request)
    }
  }
}
