/// What a complainant says when called back (回访).
public enum TicketSatisfaction: Int32, Sendable, Hashable, CaseIterable {
  /// Satisfied (满意).
  case satisfied = 1
  /// Dissatisfied (不满意); the ticket may be reopened.
  case dissatisfied = 2
  /// Not reached (未接通); left out of the satisfaction rate.
  case notReached = 3
}
