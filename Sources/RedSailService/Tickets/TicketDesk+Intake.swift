internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension TicketDesk {
  /// Stores a new ticket with its caller and its history, all or nothing.
  func create(_ intake: TicketIntake) throws -> StoredRecord<Ticket> {
    let name = intake.name.text
    if !intake.ticket.recordNumber.isEmpty {
      let key = ExternalKey(
        kind: Ticket.recordKind,
        sourceSystem: intake.ticket.sourceSystem,
        recordNumber: intake.ticket.recordNumber
      )
      try transaction.take(key, for: name)
    }
    var ticket = intake.ticket
    ticket.name = name
    let event = try refer(&ticket)
    var handling = try receive(ticket, at: intake.eventTime)
    handling.ticket.hasCaller = intake.caller != nil
    try checkRaised(handling.ticket, at: event)

    var record = try store(new: &handling.ticket)
    if let caller = intake.caller { try store(caller, of: handling.ticket, over: nil) }
    for entry in intake.history {
      record = try perform(entry, on: &handling, over: record)
    }
    if let event {
      try Self.checkPromise(
        handling.ticket.promisedDate?.civilDate,
        raised: event.startTime?.unixTime.civilDate ?? handling.snapshot.deadline.start.civilDate,
        isResolvedOnSite: handling.ticket.resolvedOnSite,
        field: "ticket.promised_date"
      )
    }
    return StoredRecord(record, handling.ticket)
  }

  /// Checks that what the ticket refers to is there, and takes the firm from the project. Gives back the event at which
  /// the demand was raised.
  private func refer(_ ticket: inout Ticket) throws -> ReceptionDay? {
    try check(ticket.grid, "ticket.grid", Grid.recordKind)
    try check(ticket.compound, "ticket.compound", Compound.recordKind)
    if !ticket.project.isEmpty {
      let project = try transaction.referred(Project.self, named: ticket.project, field: "ticket.project")
      ticket.firm = project.resource.firm
    }
    try check(ticket.firm, "ticket.firm", Firm.recordKind)
    return ticket.source == .receptionDay ? try heldEvent(ticket.receptionDay) : nil
  }

  private func check(_ name: String, _ field: String, _ kind: RecordKind) throws {
    guard !name.isEmpty else { return }
    guard let record = try transaction.record(kind, named: name), record.deleteTime == nil else {
      throw Failure.referenceNotFound(field: field, name: name)
    }
  }

  /// Takes a demand in: its holder, its state and its deadline.
  private func receive(_ ticket: Ticket, at eventTime: Timestamp?) throws -> TicketHandling {
    var ticket = ticket
    let field = ticket.holder != nil ? "ticket.holder" : ticket.grid.isEmpty ? "ticket.division" : "ticket.grid"
    let unitName = ticket.holder?.unit ?? (ticket.grid.isEmpty ? ticket.division : ticket.grid)
    let unit = try TicketUnit(unitName, field: ticket.holder == nil ? field : "\(field).unit", in: transaction)
    if let holder = ticket.holder {
      try unit.check(holder, field: field)
    } else {
      ticket.holder = .with {
        $0.unit = unit.name
        $0.level = unit.level.map { Ticket.Level(rawValue: $0.rawValue) } ?? .unspecified
      }
    }
    guard let source = TicketSource(rawValue: ticket.source.rawValue),
      let holder = ticket.holder.flatMap(TicketHolder.init)
    else {
      throw Failure.field(field, .invalidField, LocalizedText("has no level", "单位没有层级"))
    }
    let times = times(eventTime)
    let rules = try rules(for: ticket)
    let snapshot: TicketSnapshot
    do throws(EventTimeError) {
      snapshot = try TicketSnapshot(
        receiving: ticket.name,
        source: source,
        holder: holder,
        serviceLevel: rules.serviceLevel(category: ticket.category, from: times.judged),
        at: times,
        calendar: rules.calendar
      )
    } catch {
      throw Failure.field("event_time", .eventTimeInFuture, LocalizedText(error.description, "事件时间晚于当前时间"))
    }
    let received = eventTime ?? Timestamp(times.event)
    ticket.state = .received
    ticket.levelEntered = ticket.holder?.level ?? .unspecified
    ticket.due = rules.due(snapshot.deadline)
    ticket.receiveTime = received
    ticket.eventTime = received
    ticket.backfilled = times.isBackfilled
    return TicketHandling(ticket, snapshot: snapshot, rules: rules)
  }

  /// A demand is raised while or after the event begins, and a promise does not lie before the demand.
  private func checkRaised(_ ticket: Ticket, at event: ReceptionDay?) throws(RPCError) {
    guard let raised = ticket.receiveTime?.unixTime else { return }
    if let event {
      guard let start = event.startTime?.unixTime, raised < start else { return }
      throw Failure.field(
        "event_time",
        .invalidField,
        LocalizedText(
          "the demand was raised at \(raised), before its event began at \(start)",
          "登记时间\(raised)早于接待活动开始时间\(start)"
        )
      )
    } else if let promised = ticket.promisedDate?.civilDate {
      try Self.checkPromise(
        promised,
        raised: raised.civilDate,
        isResolvedOnSite: false,
        field: "ticket.promised_date"
      )
    }
  }

  private func store(new ticket: inout Ticket) throws -> Record {
    var created = ticket
    let record = try transaction.create(
      Ticket.recordKind,
      name: ticket.name,
      division: ticket.divisionCode,
      columns: ticket.indexValues
    ) { stamp in
      created.set(stamp)
      return try created.serialized()
    }
    ticket = created
    try ExternalIDRows.write(created, before: nil, named: created.name, in: transaction)
    return record
  }
}
