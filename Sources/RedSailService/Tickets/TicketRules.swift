internal import RedSailAPI
internal import RedSailModel

/// The rules that tickets are handled by: the state machine with its calendar, and the times allowed.
struct TicketRules: Sendable {
  /// The shipped calendar and the initial table.
  static let initial = TicketRules(calendar: .shipped, serviceLevels: .initial)

  /// The state machine.
  let machine: TicketMachine
  /// How long handling may take (办理时限).
  let serviceLevels: ServiceLevelTable

  init(calendar: WorkingCalendar, serviceLevels: ServiceLevelTable) {
    machine = TicketMachine(calendar: calendar)
    self.serviceLevels = serviceLevels
  }

  /// The calendar.
  var calendar: WorkingCalendar { machine.calendar }

  /// How long the handling of a demand may take.
  ///
  /// - Parameters:
  ///   - category: Its category.
  ///   - division: The code of its division.
  ///   - start: When the period starts.
  func serviceLevel(category: String, division: String, from start: UnixTime) -> ServiceLevel {
    serviceLevels.level(category: category, divisions: [division], on: start.civilDate)
  }
}
