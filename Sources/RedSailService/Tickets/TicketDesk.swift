internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Where tickets are worked on: one write transaction, with the rules and the caller.
///
/// Everything here runs on the store's thread and stores what it does before it returns.
struct TicketDesk {
  let transaction: any StoreTransaction
  let caller: Caller

  /// The two clocks of an action.
  ///
  /// A batch of writes may have begun just before the request was checked: then the event's time stands for both.
  func times(_ event: Timestamp?) -> ActionTimes {
    let record = transaction.time.unixTime
    let event = event?.unixTime ?? record
    return ActionTimes(
      event: event,
      record: max(record, event),
      offlineAllowance: caller.offlineAllowance,
      loadsHistory: caller.loadsHistory
    )
  }

  /// The rules that a ticket is handled by.
  func rules(for ticket: Ticket) throws -> TicketRules {
    TicketRules(book: try transaction.ruleBook(), divisions: try transaction.ruleDivisions(of: ticket.divisionCode))
  }

  /// Takes up a stored ticket.
  func handling(_ ticket: Ticket) throws -> TicketHandling {
    let rules = try rules(for: ticket)
    var leading: LeadingTicket?
    // Only the call-back of a merged ticket asks how the leading one stands.
    if !ticket.mergedInto.isEmpty {
      leading = try self.leading(ticket.mergedInto, field: "ticket.merged_into")
    }
    guard let snapshot = TicketSnapshot(ticket, leading: leading, calendar: rules.calendar) else {
      throw RPCError(code: .dataLoss, message: "the record of '\(ticket.name)' cannot be read as a ticket")
    }
    return TicketHandling(ticket, snapshot: snapshot, rules: rules)
  }

  /// The ticket into which another one is, or is to be, merged.
  func leading(_ name: String, field: String) throws -> LeadingTicket {
    let ticket = try transaction.referred(Ticket.self, named: name, field: field).resource
    guard let state = TicketState(rawValue: ticket.state.rawValue) else {
      throw RPCError(code: .dataLoss, message: "the record of '\(name)' cannot be read as a ticket")
    }
    return LeadingTicket(name: name, state: state)
  }

  /// Writes a new version of a ticket.
  func store(_ ticket: inout Ticket, over record: Record) throws -> Record {
    var changed = ticket
    let stored = try transaction.update(record, division: ticket.divisionCode, columns: ticket.indexValues) { stamp in
      changed.set(stamp)
      return try changed.serialized()
    }
    ticket = changed
    return stored
  }

  /// Writes an entry of a ticket's history.
  func store(_ event: TicketEvent, of ticket: Ticket) throws {
    try transaction.put(
      SideRecord(
        kind: TicketRecords.eventKind,
        subject: event.name,
        division: ticket.divisionCode,
        bytes: event.serialized()
      )
    )
  }
}

extension Ticket {
  /// Sets what the store says of a record.
  mutating func set(_ stamp: RecordStamp) {
    etag = stamp.etag
    createTime = Timestamp(stamp.createTime)
    updateTime = Timestamp(stamp.updateTime)
    deleteTime = stamp.deleteTime.map { Timestamp($0) }
  }
}
