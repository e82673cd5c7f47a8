extension TicketState {
  /// Whether the handling still runs, so that the ticket may be extended, merged or be merged into.
  var isBeingHandled: Bool {
    switch self {
    case .accepted, .dispatched, .signed, .inProgress, .returned: true
    case .received, .resolved, .calledBack, .closed, .notAccepted, .merged: false
    }
  }

  /// What may be done with a ticket in this state, in the order of the raw values.
  ///
  /// The other conditions of an action (holder, reason, time) come on top.
  ///
  /// - Parameter source: Where the ticket came from: a demand raised at a reception day may be resolved on the spot
  ///   (现场解决) without being dispatched.
  public func allowedActions(source: TicketSource) -> [TicketAction] {
    let onSite: [TicketAction] = source.isEvent ? [.resolve] : []
    switch self {
    case .received: return [.accept] + onSite + [.merge, .refuse]
    case .accepted: return [.dispatch] + onSite + [.extend, .merge, .escalate]
    case .dispatched: return [.dispatch, .sign, .return, .extend, .merge, .escalate]
    case .signed: return [.dispatch, .start, .return, .extend, .merge, .escalate]
    case .inProgress: return [.resolve, .extend, .merge, .escalate]
    case .resolved: return [.callBack]
    case .calledBack: return [.close, .reopen]
    case .closed: return [.reopen]
    case .returned: return [.dispatch, .extend, .merge, .escalate]
    case .notAccepted: return [.review]
    case .merged: return [.callBack]
    }
  }
}
