internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel

extension TicketChange {
  /// Brings a record to what the rules say after an action. What the rules do not look at stays.
  func carryOver(into ticket: inout Ticket, rules: TicketRules) {
    ticket.state = Ticket.State(rawValue: after.state.rawValue)
    if after.deadline != before.deadline {
      ticket.due = rules.due(after.deadline)
    }
    handOver(ticket: &ticket)
    ticket.levelClosed = after.closedAtLevel.map { Ticket.Level(rawValue: $0.rawValue) } ?? .unspecified
    ticket.nonAcceptanceReason =
      after.nonAcceptanceReason.map { Ticket.NonAcceptanceReason(rawValue: $0.rawValue) } ?? .unspecified
    ticket.reviewOutcome = after.reviewOutcome.map { Ticket.ReviewOutcome(rawValue: $0.rawValue) } ?? .unspecified
    if action == .reopen { reopen(ticket: &ticket) }
  }

  private func handOver(ticket: inout Ticket) {
    if action == .return {
      ticket.returnedBy.append(before.holder.unit)
      if after.holder != before.holder { ticket.holder = ticket.dispatcher }
    }
    guard after.dispatch != before.dispatch else { return }
    ticket.dispatcher = after.dispatch == nil ? nil : ticket.holder
    if let dispatch = after.dispatch { ticket.dispatchTime = Timestamp(dispatch.at) }
  }

  /// What was said of a ticket's outcome no longer holds once it is taken up again; its times and public answer tell of
  /// the last outcome there was.
  private func reopen(ticket: inout Ticket) {
    ticket.resolution = .unspecified
    ticket.resolvedOnSite = false
    ticket.feedback = nil
    ticket.mergedInto = ""
  }
}
