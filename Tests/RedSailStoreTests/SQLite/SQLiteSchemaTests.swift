internal import Foundation
internal import GRDB
internal import Testing

@testable internal import RedSailStore

@Suite struct SQLiteSchemaTests {
  private func file(_ directory: String) -> String {
    directory + "/redsail.sqlite"
  }

  private func change(_ directory: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: file(directory))
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  private func reopen(_ directory: String, _ schema: StoreSchema = Fixture.schema) async throws {
    try await SQLiteStore(directory: directory, schema: schema).close()
  }

  @Test func aNewerLayoutOrSchemaIsRefused() async throws {
    try await withDirectory { directory in
      try await reopen(directory, StoreSchema(version: 3, kinds: []) { _, _ in [:] })
      await #expect(throws: StoreError.newerDatabase(what: "schema", found: 3, supported: 1)) {
        try await reopen(directory)
      }
      try change(directory, "PRAGMA user_version = 99")
      await #expect(throws: StoreError.newerDatabase(what: "layout", found: 99, supported: 2)) {
        try await reopen(directory)
      }
      try change(directory, "PRAGMA user_version = 2")
      try await reopen(directory, StoreSchema(version: 3, kinds: []) { _, _ in [:] })
    }
  }

  @Test func foreignFilesAreRefusedUntouched() async throws {
    try await withDirectory { directory in
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      try change(directory, "CREATE TABLE theirs (x)")
      await #expect {
        try await reopen(directory)
      } throws: { error in
        if case .notAStore? = error as? StoreError { true } else { false }
      }
      try change(directory, "SELECT x FROM theirs")
      try Data("no database at all, but long enough to be read as one".utf8).write(
        to: URL(fileURLWithPath: file(directory))
      )
      await #expect(throws: StoreError.notAStore(path: file(directory), reason: "it is no SQLite database")) {
        try await reopen(directory)
      }
      await #expect(throws: StoreError.self) { try await reopen("/dev/null/x") }
    }
  }

  @Test func damageIsFound() async throws {
    try await withDirectory { directory in
      let store = try SQLiteStore(directory: directory, schema: Fixture.schema)
      for id in 0..<300 { try await store.createTicket(id, ["priority": .integer(Int64(id))]) }
      try await store.close()
      try change(
        directory,
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, '(city, c_priority)', '(city, c_state)')
        WHERE name = 'record_ticket_on_priority';
        """
      )
      let damaged = try SQLiteStore(directory: directory, schema: Fixture.schema)
      await #expect {
        try await damaged.checkIntegrity(thorough: true)
      } throws: { error in
        if case .damaged(let faults)? = error as? StoreError { !faults.isEmpty } else { false }
      }
      try await damaged.close()
    }
  }

  @Test func aNewColumnIsFilledFromTheBytes() async throws {
    try await withDirectory { directory in
      let old = RecordKind("ticket", columns: [IndexColumn("state", .integer)])
      let first = try SQLiteStore(directory: directory, schema: StoreSchema(version: 1, kinds: [old]) { _, _ in [:] })
      for id in 0..<5 {
        try await first.write(Fixture.write) { transaction in
          _ = try transaction.create(old, name: "\(id)", division: "", columns: ["state": 1]) { _ in [UInt8(id)] }
        }
      }
      try await first.close()
      let new = RecordKind("ticket", columns: [IndexColumn("state", .integer), IndexColumn("size", .integer)])
      let schema = StoreSchema(version: 2, kinds: [new]) { _, bytes in ["size": .integer(Int64(bytes[0]))] }
      let second = try SQLiteStore(directory: directory, schema: schema)
      let query = ListQuery(
        new,
        where: RecordFilter(predicate: .compare("size", .greater, 2)),
        order: [Ordering("size", descending: true)]
      )
      #expect(try await second.list(query, Fixture.read).records.map(\.name) == ["4", "3"])
      try await second.write(Fixture.write) { transaction in
        _ = try transaction.create(new, name: "9", division: "", columns: ["size": 9, "state": 2]) { _ in [9] }
      }
      #expect(try await second.list(query, Fixture.read).records.map(\.name) == ["9", "4", "3"])
      try await second.close()
      let mistyped = RecordKind("ticket", columns: [IndexColumn("state", .text)])
      await #expect {
        try await reopen(directory, StoreSchema(version: 3, kinds: [mistyped]) { _, _ in [:] })
      } throws: { error in
        if case .invalidSchema? = error as? StoreError { true } else { false }
      }
    }
  }

  @Test func theIndexOfReportsFollowsItsDeclaration() async throws {
    try await withDirectory { directory in
      let columns = [IndexColumn("state", .integer), IndexColumn("area", .integer, use: .measure)]
      for reportColumns in [[], ["area"], ["state", "area"], []] {
        let kind = RecordKind("ticket", columns: columns, reportColumns: reportColumns)
        let store = try SQLiteStore(
          directory: directory,
          schema: StoreSchema(version: 1, kinds: [kind]) { _, _ in [:] }
        )
        try await store.write(Fixture.write) { transaction in
          _ = try transaction.create(
            kind,
            name: reportColumns.joined(separator: "-") + "\(try transaction.revision())",
            division: "",
            columns: ["state": 1, "area": 2]
          ) { _ in [] }
        }
        let indexed = try await store.inspect { database in
          try String.fetchAll(
            database,
            sql: "SELECT name FROM pragma_index_info('record_ticket_division') ORDER BY seqno"
          )
        }
        #expect(indexed == ["city", "division", "delete_time"] + reportColumns.map { "c_\($0)" })
        try await store.checkIntegrity(thorough: true)
        try await store.close()
      }
    }
  }

  @Test(arguments: [
    [RecordKind("Ticket", columns: [])], [RecordKind("", columns: [])],
    [RecordKind("a; DROP TABLE change", columns: [])],
    [RecordKind("a", columns: []), RecordKind("a", columns: [])],
    [RecordKind("a", columns: [IndexColumn("x", .text), IndexColumn("x", .text)])],
    [RecordKind("a", columns: [IndexColumn("x", .text, field: "f"), IndexColumn("y", .text, field: "f")])],
    [RecordKind("a", columns: [IndexColumn("revision", .integer)])],
    [RecordKind("a", columns: [IndexColumn("create_time", .integer)])],
    [RecordKind("a", columns: [IndexColumn("x", .text)], compoundIndexes: [["x"]])],
    [RecordKind("a", columns: [IndexColumn("x", .text)], compoundIndexes: [["x", "y"]])],
    [RecordKind("a", columns: [IndexColumn("x", .text)], reportColumns: ["y"])],
    [RecordKind("a", columns: [IndexColumn("x", .text)], reportColumns: ["x", "x"])],
    [RecordKind("a", columns: [IndexColumn("create_time", .timestamp)], reportColumns: ["create_time"])],
    [RecordKind("a", columns: [IndexColumn("x", .timestamp)], beginColumn: "x")],
    [RecordKind("a", columns: [IndexColumn("event_time", .timestamp)], beginColumn: "x")],
    [RecordKind("a", columns: [IndexColumn("event_time", .timestamp), IndexColumn("x", .text)], beginColumn: "x")],
  ])
  func wrongDeclarationsAreRefused(_ kinds: [RecordKind]) async throws {
    try await withDirectory { directory in
      await #expect {
        try await reopen(directory, StoreSchema(version: 1, kinds: kinds) { _, _ in [:] })
      } throws: { error in
        if case .invalidSchema? = error as? StoreError { true } else { false }
      }
    }
  }

  @Test func settingsAreThoseThatDurabilityNeeds() async throws {
    try await withDirectory { directory in
      let store = try SQLiteStore(directory: directory, schema: Fixture.schema)
      let settings = try await store.writer.maintain { database, _ in
        try ["journal_mode", "synchronous", "wal_autocheckpoint", "application_id"].map { name in
          try String.fetchOne(database, sql: "PRAGMA \(name)") ?? ""
        }
      }
      #expect(settings == ["wal", "2", "16000", String(0x5253_6169)])
      let reader = try await store.inspect { database in
        try ["query_only", "wal_autocheckpoint"].map { try Int.fetchOne(database, sql: "PRAGMA \($0)") ?? -1 }
      }
      #expect(reader == [1, 0])
      try await store.close()
    }
  }

  @Test func erasedDataIsGoneFromTheFile() async throws {
    try await withDirectory { directory in
      let store = try SQLiteStore(directory: directory, schema: Fixture.schema)
      let phone = "13812341234"
      for subject in 0..<20 {
        let side = SideRecord(
          kind: "caller",
          subject: "\(subject)",
          division: "",
          bytes: Array("\(subject == 7 ? phone : "other")".utf8)
        )
        try await store.write(Fixture.write) { try $0.put(side) }
      }
      try await store.close()
      #expect(try Data(contentsOf: URL(fileURLWithPath: file(directory))).range(of: Data(phone.utf8)) != nil)
      let again = try SQLiteStore(directory: directory, schema: Fixture.schema)
      try await again.write(Fixture.write) { _ = try $0.eraseSide("caller", subject: "7") }
      try await again.close()
      #expect(try Data(contentsOf: URL(fileURLWithPath: file(directory))).range(of: Data(phone.utf8)) == nil)
      #expect(!FileManager.default.fileExists(atPath: file(directory) + "-wal"))
    }
  }
}
