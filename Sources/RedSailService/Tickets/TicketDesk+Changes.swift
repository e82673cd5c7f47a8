internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension TicketDesk {
  /// The two clocks of a change that is no action; a ticket that was entered late in part stays flagged.
  func moment(_ eventTime: Instant?, of ticket: Ticket) -> EventMoment {
    var moment = EventMoment(eventTime, record: transaction.time, caller: caller)
    moment.isBackfilled = moment.isBackfilled || ticket.backfilled
    return moment
  }

  /// Changes what describes a ticket.
  func update(
    _ name: ResourceName,
    to new: Ticket,
    _ mask: UpdateMask<Ticket>,
    eventTime: Instant?
  ) throws -> StoredRecord<Ticket> {
    let stored = try transaction.live(Ticket.self, named: name.text)
    try stored.check(etag: new.etag)
    var violations = Violations()
    var changed = mask.apply(new, to: stored.resource, &violations)
    violations.inside("ticket") { changed.validateAll(in: name.city, &$0) }
    try violations.check()
    if !changed.hasSameTexts(as: stored.resource), let scan = try scan(of: stored.resource) {
      violations.inside("ticket") { changed.validate(scan, &$0) }
      try violations.check()
    }
    if changed.project != stored.resource.project, !changed.project.isEmpty {
      changed.firm = try transaction.referred(Project.self, named: changed.project, field: "ticket.project").resource
        .firm
    }
    if changed.category != stored.resource.category || changed.division != stored.resource.division {
      var handling = try handling(changed)
      handling.adjustDue()
      changed = handling.ticket
    }
    return try transaction.update(stored, to: changed, named: name, moment(eventTime, of: changed))
  }

  /// Records what the complainant says of a ticket whose handling has ended.
  func rate(
    _ name: String,
    etag: String,
    _ feedback: Ticket.Feedback,
    at eventTime: Timestamp?
  ) throws -> StoredRecord<Ticket> {
    let stored = try transaction.live(Ticket.self, named: name)
    try stored.check(etag: etag)
    var handling = try handling(stored.resource)
    let state = handling.snapshot.state
    guard state == .resolved || state == .calledBack || state == .closed else {
      throw Failure.make(
        .actionNotAllowed,
        LocalizedText(
          "a ticket that is \(state) is not rated; RATE is allowed when RESOLVED, CALLED_BACK, CLOSED",
          "工单状态为\(state.chinese)，尚不能评价"
        ),
        metadata: [
          "state": state.description,
          "action": "RATE",
          "allowed_states": "RESOLVED,CALLED_BACK,CLOSED",
          "allowed_actions": state.allowedActions(source: handling.snapshot.source).map(\.description)
            .joined(separator: ","),
        ]
      )
    }
    let times = times(eventTime)
    do throws(EventTimeError) {
      try times.check(after: handling.snapshot.lastEvent)
    } catch {
      throw Failure.eventTimeBeforeLast(
        name,
        last: handling.snapshot.lastEvent.description,
        came: times.event.description
      )
    }
    handling.rate(feedback, at: times, eventTime: eventTime ?? Timestamp(times.event))
    var ticket = handling.ticket
    let record = try store(&ticket, over: stored.record)
    return StoredRecord(record, ticket)
  }
}

extension Ticket {
  fileprivate func hasSameTexts(as other: Ticket) -> Bool {
    title == other.title && content == other.content && category == other.category && place == other.place
  }

  /// Takes the rows beside a ticket along when it moves to another division, so that they stay in the scope of whoever
  /// sees the ticket.
  static func didWrite(
    _ resource: Ticket?,
    before: Ticket?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    guard let resource, let before, before.divisionCode != resource.divisionCode else { return }
    func move(_ kind: String, _ subject: String) throws {
      guard let side = try transaction.side(kind, subject: subject) else { return }
      let moved = SideRecord(kind: kind, subject: subject, division: resource.divisionCode, bytes: side.bytes)
      try transaction.put(moved)
    }
    try move(TicketRecords.callerKind, name.text)
    for number in 1..<(max(resource.eventCount, 0) + 1) {
      try move(TicketRecords.eventKind, "\(name.text)/events/\(number)")
    }
  }
}
