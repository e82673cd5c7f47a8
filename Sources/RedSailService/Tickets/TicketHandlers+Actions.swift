internal import RPCCore
internal import RedSailAPI
internal import RedSailModel

extension TicketHandlers {
  func acceptTicket(_ request: AcceptTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func dispatchTicket(_ request: DispatchTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func signTicket(_ request: SignTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func startTicket(_ request: StartTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func resolveTicket(_ request: ResolveTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func callBackTicket(_ request: CallBackTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func closeTicket(_ request: CloseTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func returnTicket(_ request: ReturnTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func extendTicket(_ request: ExtendTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func mergeTicket(_ request: MergeTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func refuseTicket(_ request: RefuseTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func reopenTicket(_ request: ReopenTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func escalateTicket(_ request: EscalateTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func reviewTicket(_ request: ReviewTicketRequest, context: ServerContext) async throws -> Ticket {
    try await act(request, context)
  }

  func rateTicket(_ request: RateTicketRequest, context: ServerContext) async throws -> Ticket {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let name = violations.name(request.name, "name", of: .ticket)
    violations.requestID(request.requestID)
    violations.eventTime(request.eventTime, now: environment.clock())
    violations.person(request.actor, "actor")
    violations.text(request.note, "note", limit: 4_000)
    violations.feedback(request.feedback)
    try violations.check()
    guard let name, let feedback = request.feedback else { throw violations.error }
    return try await write(request, city: name.city, caller, context.method) { desk in
      try desk.rate(name.text, etag: request.etag, feedback, at: request.eventTime)
    }.ticket
  }

  private func act<Request: TicketActionRequest>(_ request: Request, _ context: ServerContext) async throws -> Ticket {
    let caller = try await environment.authorize(context)
    let entry = request.entry
    var violations = Violations()
    // Without the ticket's city nothing can be said of the other names.
    guard let name = violations.name(request.name, "name", of: .ticket) else { throw violations.error }
    violations.requestID(request.requestID)
    entry.check(in: name.city, scan: PersonalDataScan(caller: nil), now: environment.clock(), &violations)
    try violations.check()
    return try await write(request, city: name.city, caller, context.method) { desk in
      try desk.act(on: name.text, etag: request.etag, entry)
    }.ticket
  }
}
