internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The ticket service (工单服务).
struct TicketHandlers: Sendable {
  let environment: ServiceEnvironment

  init(_ environment: ServiceEnvironment) {
    self.environment = environment
  }

  /// The reads that all kinds of resources share.
  var standard: StandardMethods<Ticket> { StandardMethods(environment: environment) }

  /// Runs a write on tickets once for each `request_id`.
  func write<Request: MutationRequest>(
    _ request: Request,
    city: String,
    _ caller: Caller,
    _ method: RPCMethod,
    keeping: TicketWriteKeeping = .always,
    _ body: @escaping @Sendable (TicketDesk) throws -> StoredRecord<Ticket>
  ) async throws -> TicketWriteOutcome {
    let key = try IdempotencyKey(request, caller: caller, method: method)
    let context = WriteContext(city: city, scope: caller.scope, actor: caller.actor)
    do {
      return try await environment.store.write(context) { transaction in
        if let first = try transaction.answer(to: key) {
          return TicketWriteOutcome(ticket: try Ticket(serialized: first), isReplay: true)
        }
        let stored = try body(TicketDesk(transaction: transaction, caller: caller))
        // What is only checked is thrown away with the savepoint.
        if keeping == .never { throw TicketWriteOutcome(ticket: stored.resource, isReplay: false) }
        try transaction.remember(.record(stored.record), to: key)
        return TicketWriteOutcome(ticket: stored.resource, isReplay: false)
      }
    } catch let checked as TicketWriteOutcome {
      return checked
    } catch let error as StoreError {
      throw Failure.store(error)
    }
  }
}
