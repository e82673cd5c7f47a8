internal import GRDB
internal import Synchronization

/// The one writing connection. Writes that wait at the same time share a transaction: one `fsync` serves them all, and
/// nobody is answered before it.
final class GroupCommitWriter: Sendable {
  private struct State {
    var waiting: [WriterJob] = []
    var isScheduled = false
    var isClosed = false
  }

  private let queue: DatabaseQueue
  private let writerState: WriterState
  private let tables: KindTables
  private let signal: CommitSignal
  private let batchLimit: Int
  private let clock: @Sendable () -> Instant
  private let state = Mutex(State())

  init(
    queue: DatabaseQueue,
    state: WriterState,
    tables: KindTables,
    signal: CommitSignal,
    batchLimit: Int,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.queue = queue
    self.writerState = state
    self.tables = tables
    self.signal = signal
    self.batchLimit = batchLimit
    self.clock = clock
  }

  /// Queues a write; it fails at once if the writer is closed.
  func submit(_ job: WriterJob) {
    let (isAccepted, mustSchedule) = state.withLock { state in
      guard !state.isClosed else { return (false, false) }
      state.waiting.append(job)
      defer { state.isScheduled = true }
      return (true, !state.isScheduled)
    }
    if !isAccepted {
      job.fail(StoreError.closed)
    } else if mustSchedule {
      schedule()
    }
  }

  /// Runs a closure alone in a transaction of its own, between two batches.
  func maintain<Answer: Sendable>(
    _ body: @escaping @Sendable (Database, WriterState) throws -> Answer
  ) async throws -> Answer {
    guard !state.withLock({ $0.isClosed }) else { throw StoreError.closed }
    return try await queue.writeWithoutTransaction { [writerState] database in
      do {
        var answer: Answer?
        try database.inTransaction(.immediate) {
          answer = try body(database, writerState)
          return .commit
        }
        guard let answer else { throw StoreError.commitFailed("it was rolled back") }
        return answer
      } catch {
        try writerState.reload(database)
        throw error
      }
    }
  }

  /// Lets the waiting writes finish and closes the connection, which checkpoints.
  func close() async throws {
    state.withLock { $0.isClosed = true }
    while state.withLock({ $0.isScheduled }) {
      // Queued behind the scheduled batch, so each turn waits for one.
      try await queue.writeWithoutTransaction { _ in }
    }
    try queue.close()
  }

  private func schedule() {
    queue.asyncWriteWithoutTransaction { database in
      self.commit(self.nextBatch(), database)
      let hasMore = self.state.withLock { state in
        state.isScheduled = !state.waiting.isEmpty
        return state.isScheduled
      }
      // One batch a turn, so that maintenance gets its turn too.
      if hasMore { self.schedule() }
    }
  }

  private func nextBatch() -> [WriterJob] {
    state.withLock { state in
      guard state.waiting.count > batchLimit else {
        defer { state.waiting = [] }
        return state.waiting
      }
      defer { state.waiting.removeFirst(batchLimit) }
      return Array(state.waiting.prefix(batchLimit))
    }
  }

  private func commit(_ batch: [WriterJob], _ database: Database) {
    var finishes: [WriterJob.Finish] = []
    finishes.reserveCapacity(batch.count)
    var changed: [String: Revision] = [:]
    do {
      try database.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
      writerState.time = max(writerState.time, clock())
      for job in batch {
        finishes.append(try attempt(job, database, &changed))
      }
      try database.cachedStatement(sql: "COMMIT").execute()
    } catch {
      abandon(batch, finishes, database, because: error)
      return
    }
    signal.publish(changed)
    for finish in finishes {
      finish(nil)
    }
  }

  /// Runs one job in its savepoint. Throws only if the shared transaction itself is lost.
  private func attempt(
    _ job: WriterJob,
    _ database: Database,
    _ changed: inout [String: Revision]
  ) throws -> WriterJob.Finish {
    try DirectStatement("SAVEPOINT job", database).run()
    do {
      let transaction = try SQLiteTransaction(
        database: database,
        tables: tables,
        context: job.context,
        state: writerState
      )
      let finish = try job.attempt(transaction)
      if let failure = transaction.failure { throw failure }
      try DirectStatement("RELEASE job", database).run()
      if let revision = transaction.conclude() { changed[job.context.city] = revision }
      return finish
    } catch {
      // SQLite may have rolled everything back by itself (disk full, I/O error): then nothing of the batch stands.
      guard database.isInsideTransaction else { throw error }
      try DirectStatement("ROLLBACK TO job", database).run()
      try DirectStatement("RELEASE job", database).run()
      return { commitError in job.fail(commitError ?? error) }
    }
  }

  private func abandon(
    _ batch: [WriterJob],
    _ finishes: [WriterJob.Finish],
    _ database: Database,
    because cause: any Error
  ) {
    let error = StoreError.commitFailed(String(describing: cause))
    do {
      if database.isInsideTransaction { try database.rollback() }
      try writerState.reload(database)
    } catch {
      // The connection is of no more use; what follows would only be built on sand.
      state.withLock { $0.isClosed = true }
    }
    for finish in finishes {
      finish(error)
    }
    for job in batch.dropFirst(finishes.count) {
      job.fail(error)
    }
  }
}
