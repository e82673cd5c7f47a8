internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension TicketDesk {
  /// Does an action on a ticket: the ticket and the entry of its history are stored together.
  func act(on name: String, etag: String, _ entry: TicketEntry) throws -> StoredRecord<Ticket> {
    let stored = try transaction.live(Ticket.self, named: name)
    try stored.check(etag: etag)
    if let scan = try scan(of: stored.resource) {
      var violations = Violations()
      entry.checkTexts(scan, &violations)
      try violations.check()
    }
    var handling = try handling(stored.resource)
    let record = try perform(entry, on: &handling, over: stored.record)
    return StoredRecord(record, handling.ticket)
  }

  /// Does an action and stores what came of it.
  func perform(_ entry: TicketEntry, on handling: inout TicketHandling, over record: Record) throws -> Record {
    let before = handling.ticket
    let isOnSite = try isOnSite(entry, on: handling)
    let merging = entry.event.action == .merge
    let leading = merging ? try leading(entry.event.mergedInto, field: "\(entry.path)merged_into") : nil
    guard let command = entry.command(leading: leading) else {
      throw Failure.field("\(entry.path)action", .invalidField, LocalizedText("is no action", "动作无效"))
    }
    let event: TicketEvent
    do throws(TicketRefusal) {
      event = try handling.apply(entry, as: command, at: times(entry.event.eventTime), isOnSite: isOnSite)
    } catch {
      throw error.failure(ticket: before.name, path: entry.path)
    }
    // The state and the levels are judged first: they say more than where a unit lies.
    try checkHandOver(entry, before: before)
    try checkPromise(entry, before: before)
    try store(event, of: handling.ticket)
    var ticket = handling.ticket
    let stored = try store(&ticket, over: record)
    handling.ticket = ticket
    return stored
  }

  private func checkHandOver(_ entry: TicketEntry, before: Ticket) throws {
    guard let target = entry.event.holder else { return }
    let holder = before.holder?.unit ?? ""
    switch entry.event.action {
    case .dispatch: try TicketUnit.checkHandOver(.dispatch, from: holder, to: target, path: entry.path, in: transaction)
    case .escalate: try TicketUnit.checkHandOver(.escalate, from: holder, to: target, path: entry.path, in: transaction)
    default: return
    }
  }

  /// A promise is made once, and not for a day that was past when the demand was raised.
  private func checkPromise(_ entry: TicketEntry, before: Ticket) throws {
    guard entry.event.action == .dispatch, let promised = entry.event.promisedDate?.civilDate else { return }
    if let known = before.promisedDate?.civilDate {
      guard known != promised else { return }
      throw Failure.make(
        .promiseNotMoved,
        LocalizedText("\(known) was promised before; a promise is not moved", "已承诺\(known)答复，承诺日期不得变更"),
        metadata: ["promised_date": known.description]
      )
    }
    guard let raised = before.receiveTime?.unixTime.civilDate else { return }
    try Self.checkPromise(promised, raised: raised, isResolvedOnSite: false, field: "\(entry.path)promised_date")
  }

  /// Whether a resolution happens at the event where the demand was raised (现场解决): before anyone was given it, and
  /// while the event lasted.
  private func isOnSite(_ entry: TicketEntry, on handling: TicketHandling) throws -> Bool {
    let ticket = handling.ticket
    guard entry.event.action == .resolve, ticket.source == .receptionDay else { return false }
    guard ticket.state == .received || ticket.state == .accepted else { return false }
    let event = try heldEvent(ticket.receptionDay)
    return event.lasts(at: entry.event.eventTime?.unixTime ?? transaction.time.unixTime)
  }

  /// The event at which a demand is raised; it must have been held.
  func heldEvent(_ name: String) throws -> ReceptionDay {
    let event = try transaction.referred(ReceptionDay.self, named: name, field: "ticket.reception_day").resource
    guard event.state == .held else {
      throw Failure.make(
        .eventNotHeld,
        LocalizedText(
          "'\(name)' was not held, so nothing is raised or resolved at it",
          "“\(name)”未举办，不能登记或现场办结诉求"
        )
      )
    }
    return event
  }

  /// Checks a promise against the day on which the demand was raised.
  static func checkPromise(
    _ promised: CivilDate?,
    raised: CivilDate,
    isResolvedOnSite: Bool,
    field: String
  ) throws(RPCError) {
    do throws(PromisedDateError) {
      _ = try PromisedDate.checked(promised, isResolvedOnSite: isResolvedOnSite, event: raised)
    } catch {
      switch error {
      case .missing:
        throw Failure.field(
          field,
          .promisedDateRequired,
          LocalizedText(error.description, "未现场解决的诉求须填写承诺答复日期")
        )
      case .beforeEvent:
        throw Failure.field(field, .invalidField, LocalizedText(error.description, "承诺答复日期早于接待活动"))
      case .resolvedOnSite:
        throw Failure.field(field, .invalidField, LocalizedText(error.description, "已现场解决，不得填写承诺答复日期"))
      }
    }
  }
}

extension ReceptionDay {
  /// Whether the event lasts at a moment; one without an end lasts to the end of its day.
  func lasts(at time: UnixTime) -> Bool {
    guard let start = startTime?.unixTime else { return false }
    guard let end = endTime?.unixTime else { return start <= time && time < start.civilDate.end }
    return start <= time && time <= end
  }
}
