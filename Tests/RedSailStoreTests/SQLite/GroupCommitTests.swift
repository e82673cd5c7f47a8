internal import Dispatch
internal import GRDB
internal import Synchronization
internal import Testing

@testable internal import RedSailStore

@Suite struct GroupCommitTests {
  /// What each job was told, by number.
  private final class Outcomes: Sendable {
    let told = Mutex<[Int: String]>([:])

    func job(_ number: Int, _ body: @escaping @Sendable (SQLiteTransaction) throws -> Void) -> WriterJob {
      WriterJob(
        context: Fixture.write,
        attempt: { transaction in
          try body(transaction)
          return { error in self.told.withLock { $0[number] = error.map { "\($0)" } ?? "committed" } }
        },
        fail: { error in self.told.withLock { $0[number] = "\(error)" } }
      )
    }
  }

  /// Fails the next commit as a full disk would.
  private final class Saboteur: TransactionObserver, Sendable {
    struct Refused: Error {}

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseWillCommit() throws { throw Refused() }
    func databaseDidCommit(_ db: Database) {}
    func databaseDidRollback(_ db: Database) {}
  }

  private func withStore(_ body: (SQLiteStore) async throws -> Void) async throws {
    try await withDirectory { directory in
      let times = Mutex<Int64>(0)
      let store = try SQLiteStore(directory: directory, schema: Fixture.schema) {
        times.withLock { time in
          time += 1_000_000
          return Instant(microseconds: time)
        }
      }
      try await body(store)
      try await store.close()
    }
  }

  /// Returns when job 0 runs, in a batch of its own, which lasts until the gate opens.
  private func holdUp(_ store: SQLiteStore, _ outcomes: Outcomes, _ gate: DispatchSemaphore) async {
    await withCheckedContinuation { continuation in
      store.writer.submit(
        outcomes.job(0) { _ in
          continuation.resume()
          gate.wait()
        }
      )
    }
  }

  private func create(_ id: Int) -> @Sendable (SQLiteTransaction) throws -> Void {
    { _ = try $0.create(Fixture.ticket, name: Fixture.name(id), division: "", columns: [:]) { _ in [] } }
  }

  @Test func waitingWritesShareACommitAndAThrowingOneUndoesItself() async throws {
    try await withStore { store in
      let outcomes = Outcomes()
      let gate = DispatchSemaphore(value: 0)
      await holdUp(store, outcomes, gate)
      store.writer.submit(outcomes.job(1, create(1)))
      store.writer.submit(
        outcomes.job(2) { transaction in
          try create(2)(transaction)
          throw Missing(name: "on purpose")
        }
      )
      store.writer.submit(outcomes.job(3, create(3)))
      gate.signal()
      try await store.createTicket(4)
      let told = outcomes.told.withLock { $0 }
      #expect(told[0] == "committed" && told[1] == "committed" && told[3] == "committed")
      #expect(told[2]?.contains("on purpose") == true)
      let records = try await store.list(ListQuery(Fixture.ticket), Fixture.read).records
      #expect(records.map(\.lastPart) == ["1", "3", "4"])
      #expect(records.map(\.revision) == [1, 2, 3])
      // The clock goes on by a second at each batch.
      #expect(records[0].createTime == records[1].createTime)
    }
  }

  @Test func aFailedCommitFailsAllAndKeepsNothing() async throws {
    try await withStore { store in
      try await store.createTicket(0)
      let outcomes = Outcomes()
      let gate = DispatchSemaphore(value: 0)
      let saboteur = Saboteur()
      await holdUp(store, outcomes, gate)
      store.writer.submit(outcomes.job(1, create(1)))
      store.writer.submit(
        outcomes.job(2) { transaction in
          transaction.database.add(transactionObserver: saboteur, extent: .nextTransaction)
          try transaction.define(DivisionNode(code: "new", parent: nil))
        }
      )
      store.writer.submit(
        outcomes.job(3) { _ in throw Missing(name: "own error") }
      )
      gate.signal()
      // The first may come between the two batches, the second cannot.
      try await store.writer.maintain { _, _ in }
      try await store.writer.maintain { _, _ in }
      let told = outcomes.told.withLock { $0 }
      #expect(told[0] == "committed")
      for number in 1...3 {
        #expect(told[number]?.contains("could not be committed") == true, "\(told)")
      }
      #expect(try await store.ids() == ["0"])
      await #expect(throws: StoreError.unknownDivision(city: Fixture.city, code: "new")) {
        try await store.createTicket(5, division: "new")
      }
      let made1 = try await store.createTicket(6)
      #expect(made1.revision == 2)
      #expect(try await store.waitForRevision(of: Fixture.city, beyond: 1) == 2)
    }
  }

  @Test func aBatchIsBounded() async throws {
    try await withDirectory { directory in
      var configuration = SQLiteConfiguration()
      configuration.batchLimit = 10
      let batches = Atomic<Int64>(0)
      let store = try SQLiteStore(directory: directory, schema: Fixture.schema, configuration: configuration) {
        Instant(microseconds: batches.add(1, ordering: .relaxed).newValue)
      }
      let outcomes = Outcomes()
      let gate = DispatchSemaphore(value: 0)
      await holdUp(store, outcomes, gate)
      for number in 1...35 { store.writer.submit(outcomes.job(number, create(number))) }
      gate.signal()
      try await store.close()
      #expect(outcomes.told.withLock { $0.count { $0.value == "committed" } } == 36)
      #expect(batches.load(ordering: .relaxed) == 5)
    }
  }
}
