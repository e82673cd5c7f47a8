internal import GRDB

extension SQLiteStore {
  /// See `Store`: a savepoint in a shared transaction, answered after the commit.
  public func write<Answer: Sendable>(
    _ context: WriteContext,
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      writer.submit(
        WriterJob(
          context: context,
          attempt: { transaction in
            let answer = try body(transaction)
            return { commitError in
              if let commitError {
                continuation.resume(throwing: commitError)
              } else {
                continuation.resume(returning: answer)
              }
            }
          },
          fail: { continuation.resume(throwing: $0) }
        )
      )
    }
  }

  /// See `Store`: a snapshot that includes everything acknowledged before the call.
  public func read<Answer: Sendable>(
    _ context: ReadContext,
    _ body: @escaping @Sendable (any StoreSnapshot) throws -> Answer
  ) async throws -> Answer {
    let past = context.asOf.map { self.past.reader(for: context.city, $0) }
    let pool = past?.pool ?? (context.lane == .lookup ? lookups : reports)
    let views = past?.views
    let tables = self.tables
    let isCancelled = ReadCancellation()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        pool.submit { database in
          let result = Result<Answer, any Error> {
            // A caller that has gone while the read waited must not keep others waiting.
            guard !isCancelled.value else { throw CancellationError() }
            return try body(SQLiteSnapshot(context, database: database.get(), tables: tables, views: views))
          }
          return { continuation.resume(with: result) }
        }
      }
    } onCancel: {
      isCancelled.set()
    }
  }

  /// See `Store`.
  public func waitForRevision(of city: String, beyond revision: Revision) async throws -> Revision {
    try await signal.wait(city: city, beyond: revision)
  }

  /// See `Store`.
  public func cities() async throws -> [String] {
    try await inspect { database in
      try String.fetchAll(database, sql: "SELECT city FROM city ORDER BY city")
    }
  }

  /// Runs a read that belongs to no city.
  func inspect<Answer: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      reports.submit { database in
        let result = Result<Answer, any Error> { try body(database.get()) }
        return { continuation.resume(with: result) }
      }
    }
  }
}
