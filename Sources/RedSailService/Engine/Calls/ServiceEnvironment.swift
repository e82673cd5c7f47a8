internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// What every handler needs: the store, the clock, who may call, and the schema's rules.
struct ServiceEnvironment: Sendable {
  let store: any Store
  /// The time now; tests set it, and give the store the same.
  let clock: @Sendable () -> Instant
  let authorizer: any Authorizer
  let rules: AuthorizationRules
  let tokens: PageTokenSealer
  let referrers: Referrers
  let drain: ServiceDrain

  /// The caller, if they may call this method.
  func authorize(_ context: ServerContext) async throws -> Caller {
    guard let rule = rules[context.method.path] else {
      throw Failure.make(
        .permissionDenied,
        LocalizedText("\(context.method) has no authorisation rule", "该方法没有授权规则"),
        metadata: ["permission": context.method.path]
      )
    }
    return try await authorizer.authorize(context, rule: rule)
  }

  /// Runs a closure on a snapshot of a city.
  func read<Answer: Sendable>(
    _ city: String,
    _ caller: Caller,
    lane: ReadContext.Lane = .lookup,
    _ body: @escaping @Sendable (any StoreSnapshot) throws -> Answer
  ) async throws -> Answer {
    try await Self.translatingErrors {
      try await store.read(ReadContext(city: city, scope: caller.scope, lane: lane), body)
    }
  }

  /// Runs a closure on a city as it stood at a moment.
  func readPast<Answer: Sendable>(
    _ city: String,
    _ caller: Caller,
    _ asOf: AsOf,
    _ body: @escaping @Sendable (any StoreSnapshot) throws -> Answer
  ) async throws -> Answer {
    try await Self.translatingErrors {
      do {
        return try await store.read(ReadContext(city: city, scope: caller.scope, asOf: asOf, lane: .report), body)
      } catch StoreError.compacted(let floor) {
        throw Failure.revisionNotKept(earliest: floor)
      } catch StoreError.revisionAhead(_, let latest) {
        throw Failure.revisionNotKept(latest: latest)
      }
    }
  }

  /// Runs a write once for each `request_id` and gives its answer, or the first one again.
  func write<Request: MutationRequest>(
    _ request: Request,
    city: String,
    _ caller: Caller,
    _ context: ServerContext,
    _ body: @escaping @Sendable (any StoreTransaction) throws -> WriteAnswer
  ) async throws -> WriteOutcome {
    let key = try IdempotencyKey(request, caller: caller, method: context.method)
    return try await Self.translatingErrors {
      try await store.write(
        WriteContext(city: city, scope: caller.scope, actor: caller.actor),
        idempotency: key,
        body
      )
    }
  }

  /// As `write`, for a method that answers with a message.
  func write<Request: MutationRequest, Response: StoredResource>(
    _ request: Request,
    city: String,
    _ caller: Caller,
    _ context: ServerContext,
    answering response: Response.Type,
    _ body: @escaping @Sendable (any StoreTransaction) throws -> StoredRecord<Response>
  ) async throws -> Response {
    let outcome = try await write(request, city: city, caller, context) { .record(try body($0).record) }
    return try Response(serialized: outcome.bytes)
  }

  private static func translatingErrors<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
    do {
      return try await body()
    } catch let error as StoreError {
      throw Failure.store(error)
    }
  }
}
