internal import RedSailAPI
internal import RedSailModel

/// An action on a ticket as it was asked for: by a request of its own, or by an entry of a history that is loaded.
///
/// Both come as a `TicketEvent`, the form in which the entry is kept once the action is done.
struct TicketEntry: Sendable {
  /// What is asked: action, event time, actor, note, and what the action needs.
  var event: TicketEvent

  /// ACCEPT by a request: the grade as judged at intake; unspecified leaves it.
  var grade = Ticket.Grade.unspecified

  /// ACCEPT by a request: the category as judged at intake; empty leaves it.
  var category = ""

  /// RESOLVE, REFUSE by a request: the public answer is required. An old history may lack it.
  var requiresAnswer = false

  /// ESCALATE by a request: the reason is required. An old history may lack it.
  var requiresReason = false

  /// Where the fields stand in the request: empty, or `history[3].`.
  var path = ""
}

extension TicketEntry {
  /// What the rules are asked to do; nil where the action or one of its parts is none that we know, which a check of the
  /// entry has found before.
  ///
  /// - Parameter leading: MERGE: the ticket into which it is merged.
  func command(leading: LeadingTicket?) -> TicketCommand? {
    guard let action = TicketAction(rawValue: event.action.rawValue) else { return nil }
    switch action {
    case .accept: return .accept
    case .dispatch: return target.map { .dispatch(to: $0) }
    case .sign: return .sign
    case .start: return .start
    case .resolve: return .resolve
    case .callBack:
      return (event.feedback?.satisfaction.rawValue).flatMap(TicketSatisfaction.init(rawValue:)).map { .callBack($0) }
    case .close: return .close
    case .return: return .return(by: event.actingUnit, reason: event.reason)
    case .extend: return .extend(workingDays: Int(event.workingDays), reason: event.reason)
    case .merge: return leading.map { .merge(into: $0) }
    case .refuse:
      return NonAcceptanceReason(rawValue: event.nonAcceptanceReason.rawValue).map { .refuse($0) }
    case .reopen: return .reopen
    case .escalate: return target.map { .escalate(by: event.actingUnit, to: $0) }
    case .review: return ReviewOutcome(rawValue: event.reviewOutcome.rawValue).map { .review($0) }
    }
  }

  private var target: TicketHolder? { event.holder.flatMap(TicketHolder.init) }
}
