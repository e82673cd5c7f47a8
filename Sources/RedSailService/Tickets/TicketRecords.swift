internal import RedSailStore

/// What is kept of tickets (工单): one record each, whose bytes are the ticket, and two kinds of side rows beside it.
///
/// An entry of a ticket's history is a side row named after the entry, not a record: the change feed shows the ticket
/// after every action, so an entry in it for the history would tell the same twice, and a handling note stays erasable.
/// Entries are numbered from 1 and never removed, so a page of a history is a run of numbers.
enum TicketRecords {
  /// The kind of the tickets' records.
  static let kind = RecordKind(
    "ticket",
    columns: IndexColumn.times + [
      .division,
      IndexColumn("state", .enumeration),
      IndexColumn("source", .enumeration),
      IndexColumn("kind", .enumeration),
      IndexColumn("source_system", .text),
      IndexColumn("record_number", .text),
      IndexColumn("grade", .enumeration),
      IndexColumn("category", .text),
      IndexColumn("grid", .text),
      IndexColumn("compound", .text),
      IndexColumn("project", .text),
      IndexColumn("firm", .text),
      IndexColumn("reception_day", .text),
      IndexColumn("holder_unit", .text, field: "holder.unit"),
      IndexColumn("level_closed", .enumeration),
      IndexColumn("overdue_time", .timestamp, field: "due.overdue_time"),
      IndexColumn("promised_date", .date),
      IndexColumn("receive_time", .timestamp),
      IndexColumn("resolve_time", .timestamp),
      IndexColumn("close_time", .timestamp),
      IndexColumn("resolution", .enumeration),
      IndexColumn("resolved_on_site", .boolean),
      IndexColumn("satisfaction", .enumeration, field: "feedback.satisfaction"),
      IndexColumn("merged_into", .text),
      // For reports alone: a promise was answered by its day; the period had ended when it was answered; someone is named
      // as responsible.
      IndexColumn("promise_kept", .boolean, use: .measure),
      IndexColumn("resolved_late", .boolean, use: .measure),
      IndexColumn("officer_named", .boolean, use: .measure),
      IndexColumn("sign_time", .timestamp, use: .measure),
      IndexColumn("backfilled", .boolean, use: .measure),
    ],
    reportColumns: [
      "receive_time", "state", "resolve_time", "resolution", "satisfaction", "source", "kind", "sign_time",
      "overdue_time", "close_time", "promised_date", "promise_kept", "resolved_late", "resolved_on_site",
      "level_closed", "grade", "officer_named", "backfilled", "reception_day",
    ],
    beginColumn: "receive_time"
  )

  /// The kind of the side rows with the entries of histories (过程记录); the subject is the entry's name.
  static let eventKind = "ticket_event"

  /// The kind of the side rows with callers (诉求人); the subject is the ticket's name.
  static let callerKind = "ticket_caller"

  /// How many entries a history that is loaded with a ticket may have.
  static let historyLimit = 200

  /// How many entries a batch, or a message of an import, may have.
  static let batchLimit = 1_000

  /// The most bytes of tickets in one answer to a batch: callers take 4 MiB unless they say otherwise.
  static let batchBytes = 3 << 20

  /// How many entries a stream of an import may have.
  static let importLimit = 10_000
}
