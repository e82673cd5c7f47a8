internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension TicketDesk {
  /// Who made a demand; nil where nothing is kept.
  static func caller(of ticket: String, in snapshot: any StoreSnapshot) throws -> TicketCaller? {
    guard let side = try snapshot.side(TicketRecords.callerKind, subject: ticket) else { return nil }
    return try TicketCaller(serialized: side.bytes)
  }

  /// Finds what is known of a ticket's caller in texts that are repeated in the change feed; nil where nothing is known.
  func scan(of ticket: Ticket) throws -> PersonalDataScan? {
    guard ticket.hasCaller else { return nil }
    return PersonalDataScan(caller: try Self.caller(of: ticket.name, in: transaction))
  }

  /// Writes who made a demand. The row's etag is that of the ticket as it was written with it.
  @discardableResult
  func store(_ caller: TicketCaller, of ticket: Ticket, over old: TicketCaller?) throws -> TicketCaller {
    var caller = caller
    caller.name = "\(ticket.name)/caller"
    caller.etag = ticket.etag
    caller.createTime = old?.createTime ?? Timestamp(transaction.time)
    caller.updateTime = Timestamp(transaction.time)
    caller.masked = false
    try transaction.put(
      SideRecord(
        kind: TicketRecords.callerKind,
        subject: ticket.name,
        division: ticket.divisionCode,
        bytes: caller.serialized()
      )
    )
    return caller
  }
}
