internal import RedSailAPI

/// What a write on a ticket gives: the ticket as it stands, now or when the same request came first.
struct TicketWriteOutcome: Sendable, Error {
  /// The ticket after the write.
  let ticket: Ticket
  /// An earlier call with the same `request_id` had made it.
  let isReplay: Bool
}

/// Whether what a write does is kept.
enum TicketWriteKeeping: Sendable {
  /// It is stored.
  case always
  /// It is checked against everything that is stored, and thrown away (validate_only).
  case never
}
