/// What may be done with a ticket. The raw values are those of the schema.
public enum TicketAction: Int32, Sendable, Hashable, CaseIterable {
  /// Accept for handling (受理).
  case accept = 1
  /// Dispatch to a unit, or on to one within the unit's subtree (转办).
  case dispatch = 2
  /// Sign for a dispatched ticket (签收).
  case sign = 3
  /// Start handling (办理).
  case start = 4
  /// Resolve (办结); on the spot at a reception day (现场解决).
  case resolve = 5
  /// Call the complainant back (回访).
  case callBack = 6
  /// Close (归档).
  case close = 7
  /// Return to the dispatching unit (退回).
  case `return` = 8
  /// Extend the deadline (延期).
  case extend = 9
  /// Merge into another ticket (并单).
  case merge = 10
  /// Not accept (不予受理).
  case refuse = 11
  /// Reopen on dissatisfaction (重办).
  case reopen = 12
  /// Hand up one level (上报).
  case escalate = 13
  /// Review a refusal to accept (复核).
  case review = 14
}

extension TicketAction: CustomStringConvertible {
  /// The name of the action in the schema, without its prefix.
  public var description: String {
    switch self {
    case .accept: "ACCEPT"
    case .dispatch: "DISPATCH"
    case .sign: "SIGN"
    case .start: "START"
    case .resolve: "RESOLVE"
    case .callBack: "CALL_BACK"
    case .close: "CLOSE"
    case .return: "RETURN"
    case .extend: "EXTEND"
    case .merge: "MERGE"
    case .refuse: "REFUSE"
    case .reopen: "REOPEN"
    case .escalate: "ESCALATE"
    case .review: "REVIEW"
    }
  }
}
