internal import Foundation
internal import GRDB
internal import Testing

@testable internal import RedSailStore

/// Databases of earlier layouts.
@Suite struct LayoutTests {
  private func versions(_ store: SQLiteStore, _ revision: Revision) async throws -> [Version] {
    let context = ReadContext(city: Fixture.city, scope: .all, asOf: AsOf(revision: revision))
    return try await store.read(context) { snapshot in
      try Histories.kinds.flatMap { kind in
        let query = ListQuery(kind, where: RecordFilter(includesDeleted: true), pageSize: 1000)
        return try snapshot.list(query).records.map(Version.init)
      }
    }
  }

  /// What layout 1 kept of a version: all but the purge time.
  private struct Version: Hashable {
    let id: Int64
    let name: String
    let division: String
    let revision: Revision
    let times: [Instant?]
    let bytes: [UInt8]

    init(_ record: RedSailStore.Record) {
      id = record.id
      name = record.name
      division = record.division
      revision = record.revision
      times = [record.createTime, record.updateTime, record.deleteTime]
      bytes = record.bytes
    }
  }

  @Test func theHistoryOfLayoutOneCanBeRead() async throws {
    let clock = TestClock()
    try await withDirectory { directory in
      let first = try SQLiteStore(directory: directory, schema: Histories.schema, clock: { clock.now })
      var history = try await RandomHistory(first, clock: clock, seed: 31)
      try await history.run(steps: 200)
      let latest = history.oracle.latest
      var before: [[Version]] = []
      for revision in 0...latest { before.append(try await versions(first, revision)) }
      try await first.close()
      let queue = try DatabaseQueue(path: directory + "/redsail.sqlite")
      try await queue.write { database in
        try database.execute(sql: "DROP INDEX change_revision")
        let added = ["record", "create_time", "replaced_time", "replaced_delete_time", "replaced_purge_time"]
        for column in added { try database.execute(sql: "ALTER TABLE change DROP COLUMN \(column)") }
        try database.execute(
          sql: """
            CREATE UNIQUE INDEX change_revision ON change (city, revision);
            DROP TABLE division_version;
            PRAGMA user_version = 1
            """
        )
      }
      try queue.close()
      let second = try SQLiteStore(directory: directory, schema: Histories.schema, clock: { clock.now })
      for revision in 0...latest {
        let after = try await versions(second, revision)
        #expect(after == before[Int(revision)], "\(revision)")
      }
      try await second.checkIntegrity(thorough: true)
      try await second.close()
    }
  }
}
