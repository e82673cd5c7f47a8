/// An action on a ticket with what it needs.
public enum TicketCommand: Sendable, Hashable {
  /// Accept for handling.
  case accept
  /// Dispatch to a unit at the holder's level or below. That the unit lies in the holder's subtree is for the caller to
  /// check, who knows the divisions.
  case dispatch(to: TicketHolder)
  /// Sign for it.
  case sign
  /// Start handling.
  case start
  /// Resolve.
  case resolve
  /// Record a call-back.
  case callBack(TicketSatisfaction)
  /// Close.
  case close
  /// Return to the unit that dispatched it. `by` is the unit that returns.
  case `return`(by: String, reason: String)
  /// Add working days to the deadline.
  case extend(workingDays: Int, reason: String)
  /// Merge into another ticket.
  case merge(into: LeadingTicket)
  /// Not accept.
  case refuse(NonAcceptanceReason)
  /// Take up again. The last call-back or rating must have said dissatisfied.
  case reopen
  /// Hand up one level. `by` is the unit that escalates.
  case escalate(by: String, to: TicketHolder)
  /// Decide on a refusal to accept.
  case review(ReviewOutcome)

  /// The action without its details.
  public var action: TicketAction {
    switch self {
    case .accept: .accept
    case .dispatch: .dispatch
    case .sign: .sign
    case .start: .start
    case .resolve: .resolve
    case .callBack: .callBack
    case .close: .close
    case .return: .return
    case .extend: .extend
    case .merge: .merge
    case .refuse: .refuse
    case .reopen: .reopen
    case .escalate: .escalate
    case .review: .review
    }
  }
}
