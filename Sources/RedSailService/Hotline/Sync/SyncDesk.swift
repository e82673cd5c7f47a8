internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension SyncTicketsRequest.Act: MutationRequest {
  var eventTime: Timestamp? { event?.eventTime }
}

/// The half of a sync that does what the peer asks for.
struct SyncDesk: Sendable {
  let handlers: TicketHandlers
  let caller: Caller
  let city: String
  let sourceSystem: String

  /// Does what a message asks, and tells what became of it. Throws only what ends the stream.
  func take(_ request: SyncTicketsRequest) async throws -> SyncTicketsResponse.ResultMessage {
    switch request.content {
    case .create(let create): return try await enter(create)
    case .act(let act): return try await perform(act)
    case .open, .acknowledgedCursor:
      throw Failure.field("open", .invalidField, LocalizedText("the stream is open already", "同步流已打开"))
    case nil:
      throw Failure.field(
        "content",
        .requiredField,
        LocalizedText("expected one of create, act, acknowledged_cursor", "须填写新工单、办理动作或确认游标")
      )
    }
  }

  private func enter(_ request: CreateTicketRequest) async throws -> SyncTicketsResponse.ResultMessage {
    var result = SyncTicketsResponse.ResultMessage()
    result.recordNumber = request.ticket?.recordNumber ?? ""
    do {
      var alone = request
      alone.parent = ResourceType.city.name(city: city, id: city)
      let intake = try TicketIntake(request, city: city, now: handlers.environment.clock())
      guard intake.ticket.sourceSystem == sourceSystem, !intake.ticket.recordNumber.isEmpty else {
        throw Failure.field(
          "ticket.source_system",
          .invalidField,
          LocalizedText(
            "expected '\(sourceSystem)' with a record number, came '\(intake.ticket.sourceSystem)'",
            "来源系统应为“\(sourceSystem)”并填写工单编号"
          )
        )
      }
      let method = TicketServiceMethods.createTicket.method
      let outcome = try await handlers.write(alone, city: city, caller, method) { try $0.create(intake) }
      result.ticket = outcome.ticket.name
      result.present = outcome.isReplay
    } catch let error as RPCError {
      if let info = error.errorInfo, info.reason == ErrorReason.recordNumberTaken.wireName,
        let owner = info.metadata["name"]
      {
        result.ticket = owner
        result.present = true
      } else {
        result.error = try refused(error, "create")
      }
    }
    return result
  }

  private func perform(_ act: SyncTicketsRequest.Act) async throws -> SyncTicketsResponse.ResultMessage {
    var result = SyncTicketsResponse.ResultMessage()
    result.recordNumber = act.recordNumber
    do {
      let entry = TicketEntry(event: act.event ?? TicketEvent(), path: "event.")
      var violations = Violations()
      violations.text(act.recordNumber, "record_number", limit: 128, required: true)
      violations.requestID(act.requestID)
      violations.inside("event") { violations in
        if entry.event.eventTime == nil { violations.missing("event_time") }
        entry.check(
          in: city,
          scan: PersonalDataScan(caller: nil),
          now: handlers.environment.clock(),
          &violations
        )
      }
      try violations.check()
      let key = ExternalKey(kind: Ticket.recordKind, sourceSystem: sourceSystem, recordNumber: act.recordNumber)
      let method = HotlineServiceMethods.syncTickets.method
      let outcome = try await handlers.write(act, city: city, caller, method) { desk in
        guard let ticket = try desk.transaction.owner(of: key) else {
          throw Failure.notFound("\(key.sourceSystem) \(key.recordNumber)")
        }
        return try desk.act(on: ticket, etag: "", entry)
      }
      result.ticket = outcome.ticket.name
      result.present = outcome.isReplay
    } catch let error as RPCError {
      result.error = try refused(error, "act")
    }
    return result
  }

  /// The error as a result tells it, with paths from the message: in its text as in its violations.
  private func refused(_ error: RPCError, _ content: String) throws(RPCError) -> RecordError {
    guard error.code != .internal, error.code != .unavailable, error.code != .dataLoss else { throw error }
    var result = RecordError(error, of: nil)
    var fields = Set(result.violations.map(\.field))
    if let field = result.metadata["field"] {
      fields.insert(field)
      result.metadata["field"] = "\(content).\(field)"
    }
    for field in fields {
      result.message.prefix(field, followedBy: ": ", with: content)
      result.localizedMessage.prefix(field, followedBy: "：", with: content)
    }
    for index in result.violations.indices {
      result.violations[index].field = "\(content).\(result.violations[index].field)"
    }
    return result
  }
}

extension String {
  /// Puts the message's own field before a path where an error's text names it: at its beginning, or after another one.
  fileprivate mutating func prefix(_ field: String, followedBy separator: String, with content: String) {
    let named = "\(field)\(separator)"
    if hasPrefix(named) { self = "\(content).\(self)" }
    for before in ["; ", "the first of them "] {
      self = replacing("\(before)\(named)", with: "\(before)\(content).\(named)")
    }
  }
}
