internal import RPCCore
internal import RedSailAPI

/// 批准、不予批准、拨付.
extension ImprovementHandlers {
  func approveSubsidy(_ request: ApproveSubsidyRequest, context: ServerContext) async throws -> Subsidy {
    try await subsidies.act(request, context) { violations in
      violations.person(request.actor, "actor", required: true)
      violations.date(request.date, "date", required: true)
      violations.amount(request.amountHundredths, "amount_hundredths")
    } changing: { stored, transaction, _ in
      try transaction.checkPast(["date": request.date])
      return try stored.resource.approved(request)
    }
  }

  func refuseSubsidy(_ request: RefuseSubsidyRequest, context: ServerContext) async throws -> Subsidy {
    try await subsidies.act(request, context) { violations in
      violations.person(request.actor, "actor", required: true)
      violations.date(request.date, "date", required: true)
      violations.text(request.reason, "reason", limit: 500, required: true)
      violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    } changing: { stored, transaction, _ in
      try transaction.checkPast(["date": request.date])
      return try stored.resource.refused(request)
    }
  }

  func paySubsidy(_ request: PaySubsidyRequest, context: ServerContext) async throws -> Subsidy {
    try await subsidies.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.date(request.date, "date", required: true)
      violations.amount(request.amountHundredths, "amount_hundredths")
    } changing: { stored, transaction, _ in
      try transaction.checkPast(["date": request.date])
      return try stored.resource.paid(request)
    }
  }
}

extension Violations {
  /// An amount of money in fen, 1 at least.
  fileprivate mutating func amount(_ value: Int64, _ field: String) {
    if value == 0 { missing(field) } else { number(value, field, in: 1...Subsidy.maximumHundredths) }
  }
}
