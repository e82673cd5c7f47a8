internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Counts the due dates of open tickets anew after the holiday arrangement of a year has changed.
///
/// All of them in the transaction of that change: whoever reads the arrangement reads the due dates that follow from it,
/// and nothing is left to do after a crash. Only open tickets that are due around or after the year come into question, a
/// few weeks' intake; each costs about as much as an action.
struct DueDateRecount {
  let transaction: any StoreTransaction

  /// Tickets are read in pages of so many.
  private static let pageSize = 500

  /// The states in which a ticket has a due date to meet.
  private static let open: [Ticket.State] = [.received, .accepted, .dispatched, .signed, .inProgress, .returned]

  /// Counts those whose periods may touch a year; one that a ticket had stays where the days are the same.
  func run(year: Int) throws {
    // An arrangement may reach back into the December before its year.
    guard let first = CivilDate(year: year - 1, month: 12, day: 1) else { return }
    let book = try transaction.ruleBook()
    var rules: [String: TicketRules] = [:]
    var query = ListQuery(
      Ticket.recordKind,
      where: RecordFilter(
        predicate: .and([
          .isIn("state", Self.open.map { .integer(Int64($0.rawValue)) }),
          .compare("overdue_time", .greaterOrEqual, .timestamp(Instant(seconds: first.start.seconds, nanoseconds: 0))),
        ])
      ),
      pageSize: Self.pageSize
    )
    repeat {
      let page = try transaction.list(query)
      for record in page.records {
        let division = record.division
        let known = try rules[division] ?? TicketRules(book: book, divisions: transaction.ruleDivisions(of: division))
        rules[division] = known
        try recount(StoredRecord(record), known)
      }
      query.cursor = page.next
    } while query.cursor != nil
  }

  private func recount(_ stored: StoredRecord<Ticket>, _ rules: TicketRules) throws {
    var ticket = stored.resource
    guard let due = ticket.due, let deadline = Deadline(due, calendar: rules.calendar) else {
      throw RPCError(code: .dataLoss, message: "the record of '\(ticket.name)' cannot be read as a ticket")
    }
    ticket.due = rules.due(deadline)
    guard ticket.due != due else { return }
    try transaction.update(stored.record, division: stored.record.division, columns: ticket.indexValues) { stamp in
      ticket.set(stamp)
      return try ticket.serialized()
    }
  }
}
