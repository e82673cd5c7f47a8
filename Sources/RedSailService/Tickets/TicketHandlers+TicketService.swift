internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension TicketHandlers: TicketService {
  func getTicket(_ request: GetTicketRequest, context: ServerContext) async throws -> Ticket {
    try await standard.get(request.name, context)
  }

  func batchGetTickets(_ request: BatchGetTicketsRequest, context: ServerContext) async throws
    -> BatchGetTicketsResponse
  {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let city = violations.city(request.parent)
    if request.names.isEmpty { violations.missing("names") }
    if request.names.count > TicketRecords.batchLimit {
      violations.tooMany("names", limit: TicketRecords.batchLimit, came: request.names.count)
    } else if let city {
      for (index, name) in request.names.enumerated() {
        if name.isEmpty { violations.missing("names[\(index)]") }
        violations.reference(name, "names[\(index)]", of: .ticket, in: city)
      }
    }
    try violations.check()
    let tickets = try await environment.read(city ?? "", caller) { snapshot in
      var bytes = 0
      return try zip(request.names, snapshot.records(Ticket.recordKind, named: request.names)).map { name, record in
        guard let record else { throw Failure.notFound(name) }
        bytes += record.bytes.count
        guard bytes <= TicketRecords.batchBytes else { throw Failure.batchTooLarge }
        return try Ticket(serialized: record.bytes)
      }
    }
    return .with { $0.tickets = tickets }
  }

  func listTickets(_ request: ListTicketsRequest, context: ServerContext) async throws -> ListTicketsResponse {
    let page = try await standard.list(request, context)
    return .with {
      $0.tickets = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createTicket(_ request: CreateTicketRequest, context: ServerContext) async throws -> Ticket {
    let caller = try await environment.authorize(context)
    let intake = try TicketIntake(request, city: nil, now: environment.clock())
    let method = TicketServiceMethods.createTicket.method
    return try await write(request, city: intake.name.city, caller, method) { try $0.create(intake) }.ticket
  }

  func updateTicket(_ request: UpdateTicketRequest, context: ServerContext) async throws -> Ticket {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    violations.requestID(request.requestID)
    let eventTime = violations.eventTime(request.eventTime, now: environment.clock())
    let mask = UpdateMask<Ticket>(request.updateMask, &violations)
    let name = violations.name(request.ticket?.name ?? "", "ticket.name", of: .ticket)
    try violations.check()
    guard let name, let new = request.ticket else { throw violations.error }
    return try await write(request, city: name.city, caller, context.method) {
      try $0.update(name, to: new, mask, eventTime: eventTime)
    }.ticket
  }

  func deleteTicket(_ request: DeleteTicketRequest, context: ServerContext) async throws -> Ticket {
    let referrers = environment.referrers
    return try await write(request, context) { desk, name, eventTime in
      let stored = try desk.transaction.live(Ticket.self, named: name.text)
      try stored.check(etag: request.etag)
      return try desk.transaction.delete(
        stored,
        named: name,
        desk.moment(eventTime, of: stored.resource),
        referrers: referrers
      )
    }
  }

  func undeleteTicket(_ request: UndeleteTicketRequest, context: ServerContext) async throws -> Ticket {
    try await write(request, context) { desk, name, eventTime in
      let stored = try desk.transaction.stored(Ticket.self, named: name.text)
      guard stored.record.deleteTime != nil else { throw Failure.notDeleted(name.text) }
      try stored.check(etag: request.etag)
      return try desk.transaction.undelete(stored, named: name, desk.moment(eventTime, of: stored.resource))
    }
  }

  private func write<Request: ActionRequest>(
    _ request: Request,
    _ context: ServerContext,
    _ body: @escaping @Sendable (TicketDesk, ResourceName, Instant?) throws -> StoredRecord<Ticket>
  ) async throws -> Ticket {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let name = violations.name(request.name, "name", of: .ticket)
    violations.requestID(request.requestID)
    let eventTime = violations.eventTime(request.eventTime, now: environment.clock())
    try violations.check()
    guard let name else { throw violations.error }
    return try await write(request, city: name.city, caller, context.method) { try body($0, name, eventTime) }.ticket
  }
}
