internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

extension TicketHandlers {
  func getTicketCaller(_ request: GetTicketCallerRequest, context: ServerContext) async throws -> TicketCaller {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let ticket = violations.ticketOfCaller(request.name, "name")
    violations.value(request.purpose, "purpose")
    try violations.check()
    guard let ticket else { throw violations.error }
    let isClear = try PersonalDisclosure.isClear(unmasked: request.unmasked, purpose: request.purpose)
    let found = try await read(ticket, caller)
    return isClear ? found : found.maskedForReading
  }

  /// A correction is a new version of the ticket, so that the change feed tells that something changed, but not what.
  func updateTicketCaller(_ request: UpdateTicketCallerRequest, context: ServerContext) async throws -> TicketCaller {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    violations.requestID(request.requestID)
    let new = request.ticketCaller ?? TicketCaller()
    let ticket = violations.ticketOfCaller(new.name, "ticket_caller.name")
    violations.inside("ticket_caller") { new.check(&$0) }
    let fields = TicketCallerField.fields(request.updateMask, in: new, &violations)
    for field in fields where field.isMasked(in: new) { violations.maskedValue("ticket_caller.\(field.rawValue)") }
    try violations.check()
    guard let ticket else { throw violations.error }
    _ = try await write(request, city: ticket.city, caller, context.method) { desk in
      try desk.correct(ticket.text, to: new, fields)
    }
    // The answer is read, not remembered: answers to requests are kept apart from the rows that can be erased.
    return try await read(ticket, caller).maskedForReading
  }

  private func read(_ ticket: ResourceName, _ caller: Caller) async throws -> TicketCaller {
    try await environment.read(ticket.city, caller) { snapshot in
      guard try snapshot.record(Ticket.recordKind, named: ticket.text) != nil else {
        throw Failure.notFound(ticket.text)
      }
      guard let found = try TicketDesk.caller(of: ticket.text, in: snapshot) else {
        throw Failure.notFound("\(ticket.text)/caller")
      }
      return found
    }
  }
}

extension TicketDesk {
  /// Corrects who made a demand, or records it where nothing is kept.
  func correct(_ name: String, to new: TicketCaller, _ fields: [TicketCallerField]) throws -> StoredRecord<Ticket> {
    let stored = try transaction.live(Ticket.self, named: name)
    let old = try Self.caller(of: name, in: transaction)
    let current = old?.etag ?? ""
    guard new.etag.isEmpty || new.etag == current else {
      throw Failure.etagMismatch("\(name)/caller", current: current, came: new.etag)
    }
    var changed = old ?? TicketCaller()
    for field in fields { field.copy(from: new, to: &changed) }
    var ticket = stored.resource
    ticket.hasCaller = true
    let record = try store(&ticket, over: stored.record)
    try store(changed, of: ticket, over: old)
    return StoredRecord(record, ticket)
  }
}

extension Violations {
  /// A value that a masked answer showed: written back, it would take the place of the real one.
  fileprivate mutating func maskedValue(_ field: String) {
    add(
      field,
      .invalidField,
      LocalizedText(
        "expected the value itself, came its masked form: name only the fields to change in update_mask",
        "应填写真实值，不得写回脱敏后的内容；请在 update_mask 中只列出要修改的字段"
      )
    )
  }

  /// The ticket to which the name of a caller's record belongs.
  mutating func ticketOfCaller(_ name: String, _ field: String) -> ResourceName? {
    guard !name.isEmpty else {
      missing(field)
      return nil
    }
    let suffix = "/caller"
    guard name.hasSuffix(suffix), let ticket = ResourceType.ticket.parse(String(name.dropLast(suffix.count))) else {
      add(
        field,
        .invalidName,
        LocalizedText(
          "expected \(ResourceType.ticket.pattern)\(suffix), came '\(name)'",
          "资源名应为 \(ResourceType.ticket.pattern)\(suffix)，实为“\(name)”"
        )
      )
      return nil
    }
    return ticket
  }
}
