internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel

/// The rules that a ticket is handled by: those of its city, as they hold in its division.
struct TicketRules: Sendable {
  /// The city's rules.
  let book: RuleBook
  /// The codes of the ticket's division and its explicit parents, nearest first.
  let divisions: [String]

  /// Which days are worked.
  var calendar: WorkingCalendar { book.calendar }

  /// The time limits of a ticket whose period starts at a time: those of that day.
  func limits(from start: UnixTime) -> TicketLimits {
    TicketLimits(book.table, divisions: divisions, on: start.civilDate)
  }

  /// How long the handling of a demand may take whose period starts at a time.
  func serviceLevel(category: String, from start: UnixTime) -> ServiceLevel {
    book.serviceLevels.level(
      category: category,
      divisions: divisions,
      on: start.civilDate,
      standard: limits(from: start).standardLevel
    )
  }

  /// The period as it is stored and shown.
  func due(_ deadline: Deadline) -> Ticket.Due {
    let warning = limits(from: deadline.start).warningWorkingDays.integer
    return Ticket.Due(deadline, warningWorkingDays: warning, calendar: calendar)
  }

  /// The state machine for a ticket.
  func machine(for ticket: TicketSnapshot) -> TicketMachine {
    TicketMachine(calendar: calendar, limits: limits(from: ticket.deadline.start))
  }
}
