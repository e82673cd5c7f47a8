extension TicketMachine {
  /// A condition that failed, before the state and action are added to it.
  struct Refused: Error {
    let reason: TicketRefusal.Reason

    init(_ reason: TicketRefusal.Reason) {
      self.reason = reason
    }
  }

  /// Checks an action's own conditions and does it. The state and the times have been checked.
  func perform(
    _ command: TicketCommand,
    on ticket: inout TicketSnapshot,
    at times: ActionTimes
  ) throws(Refused) {
    switch command {
    case .accept: ticket.state = .accepted
    case .dispatch(let unit): try dispatch(&ticket, to: unit, at: times)
    case .sign: ticket.state = .signed
    case .start: ticket.state = .inProgress
    case .resolve: ticket.state = .resolved
    case .callBack(let satisfaction): try callBack(&ticket, satisfaction)
    case .close:
      ticket.state = .closed
      ticket.closedAtLevel = ticket.holder.level
    case .return(let unit, let reason): try giveBack(&ticket, by: unit, reason: reason, at: times)
    case .extend(let days, let reason): try extend(&ticket, byWorkingDays: days, reason: reason, at: times)
    case .merge(let leading): try merge(&ticket, into: leading)
    case .refuse(let reason):
      ticket.state = .notAccepted
      ticket.nonAcceptanceReason = reason
    case .reopen: try reopen(&ticket, at: times)
    case .escalate(let unit, let target): try escalate(&ticket, by: unit, to: target, at: times)
    case .review(let outcome): review(&ticket, outcome, at: times)
    }
  }

  private func dispatch(
    _ ticket: inout TicketSnapshot,
    to unit: TicketHolder,
    at times: ActionTimes
  ) throws(Refused) {
    guard unit.level <= ticket.holder.level else {
      throw Refused(.dispatchUpwards(from: ticket.holder.level, to: unit.level))
    }
    handOver(&ticket, to: unit, at: times)
  }

  private func escalate(
    _ ticket: inout TicketSnapshot,
    by unit: String,
    to target: TicketHolder,
    at times: ActionTimes
  ) throws(Refused) {
    try checkHolder(unit, of: ticket)
    let from = ticket.holder.level
    guard let expected = from.above, target.level == expected else {
      throw Refused(.level(from: from, expected: from.above, came: target.level))
    }
    handOver(&ticket, to: target, at: times)
  }

  private func handOver(_ ticket: inout TicketSnapshot, to unit: TicketHolder, at times: ActionTimes) {
    ticket.state = .dispatched
    ticket.dispatch = TicketDispatch(from: ticket.holder, at: times.judged)
    ticket.holder = unit
  }

  private func checkHolder(_ unit: String, of ticket: TicketSnapshot) throws(Refused) {
    guard unit == ticket.holder.unit else {
      throw Refused(.notHolder(actor: unit, holder: ticket.holder.unit))
    }
  }

  private func checkReason(_ reason: String) throws(Refused) {
    guard !reason.allSatisfy(\.isWhitespace) else { throw Refused(.reasonMissing) }
  }

  private func giveBack(
    _ ticket: inout TicketSnapshot,
    by unit: String,
    reason: String,
    at times: ActionTimes
  ) throws(Refused) {
    try checkReason(reason)
    try checkHolder(unit, of: ticket)
    guard !ticket.returnedBy.contains(unit) else { throw Refused(.returnedBefore(unit: unit)) }
    if let dispatch = ticket.dispatch {
      let lastDay = calendar.dueDate(workingDays: limits.returnWorkingDays.integer, from: dispatch.at.civilDate).date
      guard times.judged < lastDay.end else { throw Refused(.returnTooLate(lastDay: lastDay)) }
      ticket.holder = dispatch.from
    }
    ticket.dispatch = nil
    ticket.returnedBy.insert(unit)
    ticket.state = .returned
  }

  private func extend(
    _ ticket: inout TicketSnapshot,
    byWorkingDays days: Int,
    reason: String,
    at times: ActionTimes
  ) throws(Refused) {
    try checkReason(reason)
    let already = ticket.deadline.extensionWorkingDays
    let limit = limits.extensionWorkingDays.integer
    guard days >= 1, days <= limit - already else {
      throw Refused(.extensionLength(came: days, already: already, limit: limit))
    }
    guard times.judged < ticket.deadline.extensionEnd else {
      throw Refused(.extensionTooLate(deadline: ticket.deadline))
    }
    ticket.deadline = ticket.deadline.extended(byWorkingDays: days, calendar: calendar)
  }

  private func merge(_ ticket: inout TicketSnapshot, into leading: LeadingTicket) throws(Refused) {
    guard leading.name != ticket.name else { throw Refused(.mergeIntoItself) }
    guard leading.state == .received || leading.state.isBeingHandled else {
      throw Refused(.leadingTicketState(leading))
    }
    ticket.state = .merged
    ticket.leading = leading
  }

  private func callBack(_ ticket: inout TicketSnapshot, _ satisfaction: TicketSatisfaction) throws(Refused) {
    if ticket.state == .merged {
      switch ticket.leading?.state {
      case .resolved, .calledBack, .closed: break
      default: throw Refused(.leadingTicketUnresolved(ticket.leading))
      }
    }
    ticket.state = .calledBack
    ticket.satisfaction = satisfaction
  }

  /// A reopened ticket goes on with the unit that handled it. One that was resolved on the spot, or merged and so never
  /// handled by itself, waits to be dispatched. Its deadline starts anew.
  private func reopen(_ ticket: inout TicketSnapshot, at times: ActionTimes) throws(Refused) {
    guard ticket.satisfaction == .dissatisfied else { throw Refused(.notDissatisfied(ticket.satisfaction)) }
    ticket.state = ticket.dispatch == nil || ticket.leading != nil ? .accepted : .inProgress
    ticket.leading = nil
    ticket.satisfaction = nil
    ticket.closedAtLevel = nil
    restartDeadline(of: &ticket, at: times)
  }

  private func review(_ ticket: inout TicketSnapshot, _ outcome: ReviewOutcome, at times: ActionTimes) {
    ticket.reviewOutcome = outcome
    guard outcome == .overturned else { return }
    ticket.state = .accepted
    restartDeadline(of: &ticket, at: times)
  }

  private func restartDeadline(of ticket: inout TicketSnapshot, at times: ActionTimes) {
    ticket.deadline = Deadline(ticket.deadline.serviceLevel, from: times.judged, calendar: calendar)
  }
}
