internal import RedSailClient

/// What a row of a file asks to be loaded.
enum ImportRow {
  /// A record of any kind but a ticket.
  case record(RecordEntry, name: String)
  /// A ticket with what has happened to it.
  case ticket(TicketRow)
}

/// A ticket to be loaded.
struct TicketRow {
  var request: CreateTicketRequest
  /// What the complainant said on their own (评价), behind the history, which has no entry for it.
  var rating: Ticket.Feedback?
}
