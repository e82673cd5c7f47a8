// A ticket's ways aside: up a level, back, longer, into another, not accepted, again.

extension ResourceCollection where Resource == Ticket {
  /// Hands a ticket up exactly one level, from the unit that holds it (上报).
  @discardableResult
  public func escalate(
    _ id: String,
    from unit: String,
    to holder: Ticket.Holder,
    because reason: String,
    options: CallOptions = CallOptions(),
    with fill: (inout EscalateTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.escalateTicket, on: id, options) {
      $0.actingUnit = unit
      $0.holder = holder
      $0.reason = reason
      fill(&$0)
    }
  }

  /// Returns a ticket to the unit that dispatched it: wrong unit, within 2 working days, once a unit (退回).
  @discardableResult
  public func returnToDispatcher(
    _ id: String,
    from unit: String,
    because reason: String,
    options: CallOptions = CallOptions(),
    with fill: (inout ReturnTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.returnTicket, on: id, options) {
      $0.actingUnit = unit
      $0.reason = reason
      fill(&$0)
    }
  }

  /// Extends the period before the due date, by 10 working days in all at most (延期).
  @discardableResult
  public func extend(
    _ id: String,
    byWorkingDays days: Int32,
    because reason: String,
    options: CallOptions = CallOptions(),
    with fill: (inout ExtendTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.extendTicket, on: id, options) {
      $0.workingDays = days
      $0.reason = reason
      fill(&$0)
    }
  }

  /// Merges a ticket into another about the same matter (并单). It stays, linked.
  @discardableResult
  public func merge(
    _ id: String,
    into leading: String,
    options: CallOptions = CallOptions(),
    with fill: (inout MergeTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.mergeTicket, on: id, options) {
      $0.mergedInto = name(of: leading)
      fill(&$0)
    }
  }

  /// Does not accept a ticket (不予受理). `answer` is what the public may read: no personal data.
  @discardableResult
  public func refuse(
    _ id: String,
    because reason: Ticket.NonAcceptanceReason,
    answer: String,
    options: CallOptions = CallOptions(),
    with fill: (inout RefuseTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.refuseTicket, on: id, options) {
      $0.nonAcceptanceReason = reason
      $0.publicAnswer = answer
      fill(&$0)
    }
  }

  /// Reviews a refusal to accept (复核).
  @discardableResult
  public func review(
    _ id: String,
    outcome: Ticket.ReviewOutcome,
    options: CallOptions = CallOptions(),
    with fill: (inout ReviewTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.reviewTicket, on: id, options) {
      $0.reviewOutcome = outcome
      fill(&$0)
    }
  }

  /// Takes a ticket up again because the complainant is dissatisfied (重办).
  @discardableResult
  public func reopen(
    _ id: String,
    because reason: String,
    options: CallOptions = CallOptions(),
    with fill: (inout ReopenTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.reopenTicket, on: id, options) {
      $0.reason = reason
      fill(&$0)
    }
  }
}

extension EscalateTicketRequest: ActionRequest {}
extension ReturnTicketRequest: ActionRequest {}
extension ExtendTicketRequest: ActionRequest {}
extension MergeTicketRequest: ActionRequest {}
extension RefuseTicketRequest: ActionRequest {}
extension ReviewTicketRequest: ActionRequest {}
extension ReopenTicketRequest: ActionRequest {}
