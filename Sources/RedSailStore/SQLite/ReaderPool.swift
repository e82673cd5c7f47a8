internal import GRDB
internal import Synchronization

/// Read-only connections. Reads that wait at the same time share a snapshot, so that a busy server opens few.
final class ReaderPool: Sendable {
  /// Runs on a connection inside a read transaction; returns what resumes the caller.
  typealias Job = @Sendable (Result<Database, any Error>) -> @Sendable () -> Void

  private struct State {
    var waiting: [Job] = []
    var idle: [Int]
    var isClosed = false
  }

  /// The most reads that share a snapshot.
  private static let batchLimit = 32

  private let queues: [DatabaseQueue]
  private let state: Mutex<State>

  init(path: String, connections: Int, label: String, writesTemporaryTables: Bool = false) throws {
    queues = try (0..<max(1, connections)).map { number in
      try SQLiteConnections.openReader(
        path: path,
        label: "\(label).\(number)",
        writesTemporaryTables: writesTemporaryTables
      )
    }
    state = Mutex(State(idle: Array(queues.indices)))
  }

  /// Queues a read.
  func submit(_ job: @escaping Job) {
    let (isAccepted, worker) = state.withLock { state -> (Bool, Int?) in
      guard !state.isClosed else { return (false, nil) }
      state.waiting.append(job)
      return (true, state.idle.popLast())
    }
    if !isAccepted {
      job(.failure(StoreError.closed))()
    } else if let worker {
      schedule(worker)
    }
  }

  /// Finishes the waiting reads and closes the connections.
  func close() async throws {
    state.withLock { $0.isClosed = true }
    for queue in queues {
      while state.withLock({ !$0.waiting.isEmpty }) {
        try await queue.unsafeRead { _ in }
      }
      try await queue.unsafeRead { _ in }
    }
    for queue in queues {
      try queue.close()
    }
  }

  private func schedule(_ worker: Int) {
    queues[worker].asyncUnsafeRead { result in
      while let batch = self.nextBatch(for: worker) {
        self.run(batch, result)
      }
    }
  }

  /// What the worker does next; nil makes it idle. Leaves a share to the other connections.
  private func nextBatch(for worker: Int) -> [Job]? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.idle.append(worker)
        return nil
      }
      let share = (state.waiting.count + queues.count - 1) / queues.count
      let count = min(share, Self.batchLimit)
      defer { state.waiting.removeFirst(count) }
      return Array(state.waiting.prefix(count))
    }
  }

  private func run(_ batch: [Job], _ result: Result<Database, any Error>) {
    do {
      let database = try result.get()
      try database.cachedStatement(sql: "BEGIN DEFERRED").execute()
      let finishes = batch.map { $0(.success(database)) }
      try database.cachedStatement(sql: "COMMIT").execute()
      for finish in finishes { finish() }
    } catch {
      for job in batch { job(.failure(error))() }
    }
  }
}
