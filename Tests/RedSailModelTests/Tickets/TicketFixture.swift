internal import RedSailModel

/// A ticket that meets every condition but, perhaps, the state's: received at noon on Monday 2025-03-03, all acts a
/// minute later.
enum TicketFixture {
  static let calendar = WorkingCalendar.shipped
  static let machine = TicketMachine(calendar: calendar)
  static let name = "cities/370800/tickets/one"
  static let grid = TicketHolder(unit: "units/grid", level: .grid)
  static let community = TicketHolder(unit: "units/community", level: .community)
  static let street = TicketHolder(unit: "units/street", level: .street)
  static let county = TicketHolder(unit: "units/county", level: .county)

  /// 2025-03-03T12:00:00+08:00.
  static let received = UnixTime(seconds: 1_740_974_400)

  static func times(_ event: UnixTime, recordedAfter seconds: Int64 = 0) -> ActionTimes {
    ActionTimes(event: event, record: event.advanced(bySeconds: seconds))
  }

  static var soon: ActionTimes { times(received.advanced(bySeconds: 60)) }

  /// Noon of a day.
  static func noon(_ day: String) throws -> ActionTimes {
    times(try CivilDate(day).start.advanced(bySeconds: 43_200))
  }

  static func ticket(_ state: TicketState, source: TicketSource = .hotline) -> TicketSnapshot {
    var ticket = TicketSnapshot(
      name: name,
      source: source,
      state: state,
      holder: community,
      deadline: Deadline(.standard, from: received, calendar: calendar),
      lastEvent: received
    )
    ticket.dispatch = TicketDispatch(from: street, at: received)
    ticket.satisfaction = .dissatisfied
    if state == .merged { ticket.leading = LeadingTicket(name: "cities/370800/tickets/two", state: .resolved) }
    return ticket
  }

  /// A command of every action whose own conditions hold for `ticket(_:source:)`.
  static func command(_ action: TicketAction) -> TicketCommand {
    switch action {
    case .accept: .accept
    case .dispatch: .dispatch(to: grid)
    case .sign: .sign
    case .start: .start
    case .resolve: .resolve
    case .callBack: .callBack(.satisfied)
    case .close: .close
    case .return: .return(by: community.unit, reason: "不属本单位职责")
    case .extend: .extend(workingDays: 3, reason: "等待配件")
    case .merge: .merge(into: LeadingTicket(name: "cities/370800/tickets/two", state: .inProgress))
    case .refuse: .refuse(.petition)
    case .reopen: .reopen
    case .escalate: .escalate(by: community.unit, to: street)
    case .review: .review(.overturned)
    }
  }

  /// Why a command is refused, or nil where it is not.
  static func refusal(
    _ command: TicketCommand,
    of ticket: TicketSnapshot,
    at times: ActionTimes = soon
  ) -> TicketRefusal.Reason? {
    do throws(TicketRefusal) {
      _ = try machine.apply(command, to: ticket, at: times)
      return nil
    } catch {
      return error.reason
    }
  }

  /// The ticket after a command.
  static func apply(
    _ command: TicketCommand,
    to ticket: TicketSnapshot,
    at times: ActionTimes = soon
  ) throws -> TicketSnapshot {
    try machine.apply(command, to: ticket, at: times).after
  }
}
