// A subsidy's way: applied for, decided by someone else, paid. Amounts are in fen (分).

extension ResourceCollection where Resource == Subsidy {
  /// Approves an amount (批准补助): never by the applicant (`.samePerson`), never more than applied for (`.amountExceeded`).
  @discardableResult
  public func approve(
    _ id: String,
    hundredths amount: Int64,
    by approver: PersonReference,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout ApproveSubsidyRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Subsidy {
    try await act(ImprovementServiceMethods.approveSubsidy, on: id, options) {
      $0.amountHundredths = amount
      $0.actor = approver
      $0.date = date
      fill(&$0)
    }
  }

  /// Refuses a subsidy (不予批准): never by the applicant.
  @discardableResult
  public func refuse(
    _ id: String,
    because reason: String,
    by approver: PersonReference,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout RefuseSubsidyRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Subsidy {
    try await act(ImprovementServiceMethods.refuseSubsidy, on: id, options) {
      $0.reason = reason
      $0.actor = approver
      $0.date = date
      fill(&$0)
    }
  }

  /// Records a payment (拨付补助), in full or an instalment: in all never more than approved.
  @discardableResult
  public func pay(
    _ id: String,
    hundredths amount: Int64,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout PaySubsidyRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Subsidy {
    try await act(ImprovementServiceMethods.paySubsidy, on: id, options) {
      $0.amountHundredths = amount
      $0.date = date
      fill(&$0)
    }
  }
}
