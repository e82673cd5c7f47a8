internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import RedSailStore

@Suite struct SQLiteCrashTests {
  private static let note = RecordKind("note", columns: [IndexColumn("number", .integer)])

  /// The helper lies beside the test bundle.
  private func startWriter(_ directory: String, run: Int) throws -> (ChildProcess, FileHandle) {
    let own = try #require(CommandLine.arguments.first)
    let writer = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("store-crash-writer")
    let process = try ChildProcess([writer.path, directory, String(run)], output: .pipe)
    return (process, try #require(process.output))
  }

  @Test func killedWritersLoseNothingThatTheyAcknowledged() async throws {
    try await withDirectory { directory in
      var acknowledged: Set<String> = []
      for run in 0..<5 {
        let (process, output) = try startWriter(directory, run: run)
        var text = Data()
        let enough = 2_000 * (run + 1)
        while text.count < enough, let more = try output.read(upToCount: 512), !more.isEmpty { text += more }
        process.kill()
        // What was printed before the kill still lies in the pipe.
        text += try output.readToEnd() ?? Data()
        #expect(process.wait() == .killed(signal: SIGKILL))
        // A last line without its end was not printed whole.
        acknowledged.formUnion(String(decoding: text, as: UTF8.self).split(separator: "\n").dropLast().map(String.init))
        try await check(directory, acknowledged)
      }
      #expect(acknowledged.count > 500)
    }
  }

  private func check(_ directory: String, _ acknowledged: Set<String>) async throws {
    let store = try SQLiteStore(
      directory: directory,
      schema: StoreSchema(version: 1, kinds: [Self.note]) { _, _ in [:] }
    )
    try await store.checkIntegrity(thorough: true)
    let context = ReadContext(city: Fixture.city, scope: .all)
    var names: [String] = []
    var query = ListQuery(Self.note, order: [Ordering("number")], pageSize: 1000)
    repeat {
      let page = try await store.list(query, context)
      names += page.records.map(\.name)
      query.cursor = page.next
    } while query.cursor != nil
    var logged: [String] = []
    var cursor: Revision = 0
    while true {
      let page = try await store.changes(ChangeQuery(after: cursor, limit: 1000), context)
      logged += page.changes.map(\.name)
      cursor = page.progress
      if cursor == page.latest { break }
    }
    #expect(logged.count == names.count && Set(logged) == Set(names))
    let whole = Set(names.filter { $0.hasSuffix("-a") }.map { String($0.dropLast(2)) })
    #expect(names.count == 2 * whole.count)
    #expect(Set(names) == Set(whole.flatMap { ["\($0)-a", "\($0)-b"] }))
    #expect(acknowledged.subtracting(whole) == [])
    let sides = try await store.read(context) { snapshot in
      try whole.filter { try snapshot.side("caller", subject: $0) != nil }
    }
    #expect(Set(sides) == whole)
    try await store.close()
  }

  @Test func aDirectoryBelongsToOneProcess() async throws {
    try await withDirectory { directory in
      let (process, output) = try startWriter(directory, run: 0)
      _ = try output.read(upToCount: 1)
      #expect(throws: StoreError.directoryInUse(path: directory, holder: "process \(process.identifier)")) {
        try SQLiteStore(directory: directory, schema: Fixture.schema)
      }
      process.kill()
      process.wait()
      let store = try SQLiteStore(
        directory: directory,
        schema: StoreSchema(version: 1, kinds: [Self.note]) { _, _ in [:] }
      )
      #expect(throws: StoreError.directoryInUse(path: directory, holder: "process \(getpid())")) {
        try SQLiteStore(directory: directory, schema: Fixture.schema)
      }
      try await store.close()
    }
  }
}
