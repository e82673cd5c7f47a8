/// The rules for tickets, each with the place it comes from.
public enum TicketRule: Sendable, Hashable, CaseIterable {
  /// The chain of states and its side exits.
  case chain
  /// Event times.
  case eventTimes
  /// The four levels.
  case levels
  /// Returns.
  case returns
  /// Extensions.
  case extensions
  /// Merging.
  case merging
  /// Reopening.
  case reopening

  /// The rule in a sentence.
  public var text: String {
    switch self {
    case .chain:
      "received, accepted, dispatched, signed, in progress, resolved, called back, closed, with side exits"
    case .eventTimes: "an event lies neither in the future nor before the record's last event"
    case .levels: "dispatch goes down, escalation up one level at a time and by the current holder only"
    case .returns: "the holder may return once, with a reason, within the period for returns"
    case .extensions:
      "so many working days together at most, with a reason, before the due date"
    case .merging: "merged tickets are linked, never deleted, and each complainant keeps a call-back"
    case .reopening: "a ticket is reopened on dissatisfaction"
    }
  }

  /// Where the rule comes from.
  public var source: String {
    switch self {
    case .levels: "琐事网格结、小事社区结、大事街道结、难事县区结; redsail/v1/ticket.proto, Ticket.Grade"
    case .eventTimes: "redsail/v1/common.proto, two clocks"
    case .chain, .returns, .extensions, .merging, .reopening: "redsail/v1/ticket_service.proto, TicketService"
    }
  }
}
