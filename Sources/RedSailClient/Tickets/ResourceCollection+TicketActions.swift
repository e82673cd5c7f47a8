// A ticket's way from intake to filing. Whether an action is allowed depends on the ticket's state; a refusal says which are
// (`.actionNotAllowed`). `fill` sets what every action may carry: event time, etag, actor, handling record (`note`).

extension ResourceCollection where Resource == Ticket {
  /// Accepts a ticket for handling (受理). `fill` sets its grade and category as judged at intake.
  @discardableResult
  public func accept(
    _ id: String,
    options: CallOptions = CallOptions(),
    with fill: (inout AcceptTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.acceptTicket, on: id, options, fill)
  }

  /// Dispatches a ticket to a unit, or on to one within the receiving unit's subtree (派单、转办).
  @discardableResult
  public func dispatch(
    _ id: String,
    to holder: Ticket.Holder,
    options: CallOptions = CallOptions(),
    with fill: (inout DispatchTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.dispatchTicket, on: id, options) {
      $0.holder = holder
      fill(&$0)
    }
  }

  /// Signs for a dispatched ticket (签收). `fill` names the responsible officer.
  @discardableResult
  public func sign(
    _ id: String,
    options: CallOptions = CallOptions(),
    with fill: (inout SignTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.signTicket, on: id, options, fill)
  }

  /// Starts handling (开始办理).
  @discardableResult
  public func start(
    _ id: String,
    options: CallOptions = CallOptions(),
    with fill: (inout StartTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.startTicket, on: id, options, fill)
  }

  /// Records that handling is done (办结). `answer` is what the public may read: no personal data.
  @discardableResult
  public func resolve(
    _ id: String,
    as resolution: Ticket.Resolution,
    answer: String,
    options: CallOptions = CallOptions(),
    with fill: (inout ResolveTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.resolveTicket, on: id, options) {
      $0.resolution = resolution
      $0.publicAnswer = answer
      fill(&$0)
    }
  }

  /// Records a call-back to the complainant (回访).
  @discardableResult
  public func callBack(
    _ id: String,
    feedback: Ticket.Feedback,
    options: CallOptions = CallOptions(),
    with fill: (inout CallBackTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.callBackTicket, on: id, options) {
      $0.feedback = feedback
      fill(&$0)
    }
  }

  /// Records what the complainant says of the handling on their own (评价).
  @discardableResult
  public func rate(
    _ id: String,
    feedback: Ticket.Feedback,
    options: CallOptions = CallOptions(),
    with fill: (inout RateTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.rateTicket, on: id, options) {
      $0.feedback = feedback
      fill(&$0)
    }
  }

  /// Closes a ticket and records the level at which it was closed (归档).
  @discardableResult
  public func close(
    _ id: String,
    options: CallOptions = CallOptions(),
    with fill: (inout CloseTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    try await act(TicketServiceMethods.closeTicket, on: id, options, fill)
  }
}

extension AcceptTicketRequest: ActionRequest {}
extension DispatchTicketRequest: ActionRequest {}
extension SignTicketRequest: ActionRequest {}
extension StartTicketRequest: ActionRequest {}
extension ResolveTicketRequest: ActionRequest {}
extension CallBackTicketRequest: ActionRequest {}
extension RateTicketRequest: ActionRequest {}
extension CloseTicketRequest: ActionRequest {}
