internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel

/// How the entries of a batch or an import are entered: each on its own, as CreateTicket would.
struct TicketEntering: Sendable {
  let handlers: TicketHandlers
  let city: String
  let caller: Caller
  let keeping: TicketWriteKeeping

  init(handlers: TicketHandlers, city: String, caller: Caller, keeping: TicketWriteKeeping) {
    self.handlers = handlers
    self.city = city
    self.caller = caller
    self.keeping = keeping
  }

  /// Reads the options of an import from its first message.
  init(handlers: TicketHandlers, first request: ImportTicketsRequest, caller: Caller) throws(RPCError) {
    var violations = Violations()
    let city = violations.city(request.parent)
    try violations.check()
    self.init(
      handlers: handlers,
      city: city ?? "",
      caller: caller,
      keeping: request.validateOnly ? .never : .always
    )
  }

  /// Enters one. Throws only what ends the whole call.
  func enter(_ request: CreateTicketRequest, index: Int) async throws -> TicketImportResult {
    var result = TicketImportResult()
    result.index = Int32(clamping: index)
    result.requestID = request.requestID
    do {
      let intake = try TicketIntake(request, city: city, now: handlers.environment.clock())
      // As an entry or on its own, a request is the same one: it is recognised whichever way it comes again.
      var alone = request
      alone.parent = "cities/\(city)"
      let method = TicketServiceMethods.createTicket.method
      let outcome = try await handlers.write(alone, city: city, caller, method, keeping: keeping) {
        try $0.create(intake)
      }
      let isUnnamed = keeping == .never && request.ticketID.isEmpty && !outcome.isReplay
      result.outcome = .receipt(
        .with {
          $0.name = isUnnamed ? "" : outcome.ticket.name
          $0.etag = keeping == .never && !outcome.isReplay ? "" : outcome.ticket.etag
          $0.state = outcome.ticket.state
          $0.alreadyPresent = outcome.isReplay
        }
      )
    } catch let error as RPCError where error.code != .unavailable && error.code != .internal {
      result.outcome = .error(GoogleRPC.Status(error))
    }
    return result
  }
}

extension GoogleRPC.Status {
  /// The status that a call refused with this error would have ended with.
  init(_ error: RPCError) {
    let status = error.status
    if let full = try? GoogleRPC.Status(serialized: status.details), !status.details.isEmpty {
      self = full
    } else {
      self.init()
      code = Int32(status.code.rawValue)
      message = status.message
    }
  }
}
