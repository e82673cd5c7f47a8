// A hazard's way: found, ordered to be remedied, remedied, verified by someone else.

extension ResourceCollection where Resource == Hazard {
  /// Orders a remedy by a day (责令整改), not before that of the order's event time.
  @discardableResult
  public func order(
    _ id: String,
    by due: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout OrderHazardRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Hazard {
    try await act(SafetyServiceMethods.orderHazard, on: id, options) {
      $0.dueDate = due
      fill(&$0)
    }
  }

  /// Records a remedy (完成整改).
  @discardableResult
  public func remedy(
    _ id: String,
    _ remedy: String,
    by remedier: PersonReference,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout RemedyHazardRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Hazard {
    try await act(SafetyServiceMethods.remedyHazard, on: id, options) {
      $0.remedy = remedy
      $0.actor = remedier
      $0.date = date
      fill(&$0)
    }
  }

  /// Records that the hazard is gone (复查销号): never by who remedied it (`.samePerson`).
  @discardableResult
  public func verify(
    _ id: String,
    by verifier: PersonReference,
    on date: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout VerifyHazardRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Hazard {
    try await act(SafetyServiceMethods.verifyHazard, on: id, options) {
      $0.passed = true
      $0.actor = verifier
      $0.date = date
      fill(&$0)
    }
  }

  /// Records that the remedy is wanting (复查不合格): the hazard is to be remedied anew by a later day.
  @discardableResult
  public func reject(
    _ id: String,
    because reason: String,
    by verifier: PersonReference,
    on date: CalendarDate,
    newDue due: CalendarDate,
    options: CallOptions = CallOptions(),
    with fill: (inout VerifyHazardRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Hazard {
    try await act(SafetyServiceMethods.verifyHazard, on: id, options) {
      $0.reason = reason
      $0.actor = verifier
      $0.date = date
      $0.dueDate = due
      fill(&$0)
    }
  }
}
