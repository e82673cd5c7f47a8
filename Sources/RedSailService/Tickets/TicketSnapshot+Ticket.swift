internal import RedSailAPI
internal import RedSailModel

extension TicketSnapshot {
  /// What the rules need to know of a stored ticket; nil where the record holds what no ticket can have.
  ///
  /// - Parameters:
  ///   - ticket: The record.
  ///   - leading: The ticket that it is merged into, if it is.
  ///   - calendar: The working calendar; a provisional deadline is counted anew by it.
  init?(_ ticket: Ticket, leading: LeadingTicket?, calendar: WorkingCalendar) {
    guard let source = TicketSource(rawValue: ticket.source.rawValue),
      let state = TicketState(rawValue: ticket.state.rawValue),
      let holder = ticket.holder.flatMap(TicketHolder.init),
      let deadline = ticket.due.flatMap({ Deadline($0, calendar: calendar) }),
      let lastEvent = ticket.eventTime?.unixTime
    else { return nil }
    self.init(
      name: ticket.name,
      source: source,
      state: state,
      holder: holder,
      deadline: deadline,
      lastEvent: lastEvent
    )
    if let dispatcher = ticket.dispatcher.flatMap(TicketHolder.init), let time = ticket.dispatchTime {
      dispatch = TicketDispatch(from: dispatcher, at: time.unixTime)
    }
    returnedBy = Set(ticket.returnedBy)
    satisfaction = ticket.feedback.flatMap { TicketSatisfaction(rawValue: $0.satisfaction.rawValue) }
    self.leading = leading
    nonAcceptanceReason = NonAcceptanceReason(rawValue: ticket.nonAcceptanceReason.rawValue)
    reviewOutcome = ReviewOutcome(rawValue: ticket.reviewOutcome.rawValue)
    closedAtLevel = TicketLevel(rawValue: ticket.levelClosed.rawValue)
  }
}

extension TicketHolder {
  /// The unit and level of a holder; nil where the level is none that we know.
  init?(_ holder: Ticket.Holder) {
    guard let level = TicketLevel(rawValue: holder.level.rawValue) else { return nil }
    self.init(unit: holder.unit, level: level)
  }
}
