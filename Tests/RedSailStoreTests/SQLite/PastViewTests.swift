internal import Foundation
internal import GRDB
internal import Testing

@testable internal import RedSailStore

/// The temporary tables that reads of the past work with.
@Suite struct PastViewTests {
  private func withHistory(
    _ configuration: SQLiteConfiguration,
    _ body: (SQLiteStore, RandomHistory) async throws -> Void
  ) async throws {
    let clock = TestClock()
    try await withDirectory { directory in
      let store = try SQLiteStore(
        directory: directory,
        schema: Histories.schema,
        configuration: configuration,
        clock: { clock.now }
      )
      var history = try await RandomHistory(store, clock: clock, seed: 21)
      try await history.run(steps: 300)
      try await body(store, history)
      try await store.close()
    }
  }

  private func read<Answer: Sendable>(
    _ store: SQLiteStore,
    _ revision: Revision,
    _ body: @escaping @Sendable (SQLiteSnapshot) throws -> Answer
  ) async throws -> Answer {
    let context = ReadContext(city: Fixture.city, scope: .all, asOf: AsOf(revision: revision))
    return try await store.read(context) { try body(#require($0 as? SQLiteSnapshot)) }
  }

  @Test func viewsAreDroppedAndMadeAgain() async throws {
    var configuration = SQLiteConfiguration()
    configuration.pastConnections = 1
    configuration.pastRecords = 10
    try await withHistory(configuration) { store, history in
      for revision in Array(stride(from: 1, to: history.oracle.latest, by: 9)).flatMap({ [$0, $0 + 3, $0] }) {
        let expected = history.oracle.versions(Histories.demand, AsOf(revision: revision)).map(\.record)
        let (records, tables) = try await read(store, revision) { snapshot in
          let query = ListQuery(Histories.demand, where: RecordFilter(includesDeleted: true), pageSize: 1000)
          let records = try snapshot.list(query).records
          let sql = "SELECT count(*) FROM sqlite_temp_schema WHERE type = 'table' AND name LIKE 'hidden%'"
          return (records, try Int.fetchOne(snapshot.database, sql: sql) ?? 0)
        }
        #expect(records == expected)
        // Moments near the latest differ in so little that a few fit.
        #expect(tables <= 3 * 8)
      }
    }
  }

  @Test func connectionsOfThePastCannotWriteTheDatabase() async throws {
    try await withHistory(SQLiteConfiguration()) { store, history in
      for sql in ["DELETE FROM record_demand", "CREATE TABLE other (x)", "PRAGMA user_version = 99"] {
        await #expect {
          try await read(store, history.oracle.latest) { try $0.database.execute(sql: sql) }
        } throws: { error in
          (error as? DatabaseError)?.resultCode == .SQLITE_READONLY
        }
      }
    }
  }
}
