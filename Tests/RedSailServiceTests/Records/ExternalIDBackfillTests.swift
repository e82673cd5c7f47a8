internal import Foundation
internal import GRDB
internal import RedSailAPI
internal import RedSailService
internal import Testing

/// Records that were stored before there was a look-up by external id.
@Suite struct ExternalIDBackfillTests {
  private static func id(_ number: String) -> ExternalId {
    .with {
      $0.sourceSystem = "jining-housing"
      $0.id = number
    }
  }

  private func push(
    _ service: TestService,
    _ entries: [RecordEntry],
    _ expected: [RecordResult.Outcome]
  ) async throws {
    #expect(try await RecordImportTests.push(service, entries).map(\.outcome) == expected)
  }

  private func find(_ number: String, _ service: TestService) async throws -> [String] {
    let answer = try await service.records.findRecords(
      .with {
        $0.parent = TestService.city
        $0.sourceSystem = "jining-housing"
        $0.externalID = number
      }
    )
    return answer.records.compactMap { record in
      switch record.resource {
      case .compound(let compound): compound.name
      case .ticket(let ticket): ticket.name
      default: nil
      }
    }
  }

  /// Takes a closed database back to layout 1, without look-up rows and without what tells that they are complete.
  private func age(_ directory: String) throws {
    let queue = try DatabaseQueue(path: directory + "/redsail.sqlite")
    try queue.write { database in
      try database.execute(
        sql: """
          DROP TABLE record_external_id;
          DELETE FROM kind_column WHERE kind = 'external_id';
          DELETE FROM change WHERE kind = 'external_id';
          DELETE FROM mark WHERE name LIKE 'service.migration.%';
          UPDATE setting SET value = 1 WHERE name = 'schema_version';
          DROP INDEX change_revision;
          """
      )
      for column in ["record", "create_time", "replaced_time", "replaced_delete_time", "replaced_purge_time"] {
        try database.execute(sql: "ALTER TABLE change DROP COLUMN \(column)")
      }
      try database.execute(
        sql: """
          CREATE UNIQUE INDEX change_revision ON change (city, revision);
          DROP TABLE division_version;
          PRAGMA user_version = 1;
          """
      )
    }
    try queue.close()
  }

  /// Runs a test on a database of layout 1 that this program has opened.
  private func withOldDatabase(
    _ fill: (TestService) async throws -> Void,
    _ body: (TestService) async throws -> Void
  ) async throws {
    let young = try await TestService()
    try await young.makeCity()
    try await fill(young)
    try await young.store.close()
    try age(young.directory)
    let service = try await TestService(directory: young.directory, clock: young.clock)
    try await body(service)
    try await service.close()
  }

  @Test func oldRecordsAreFoundByTheirExternalIDs() async throws {
    let kept = RecordImportTests.compound("kept") { $0.externalIDs = [Self.id("XQ-1"), Self.id("XQ-2")] }
    let deleted = RecordImportTests.compound("deleted") { $0.externalIDs = [Self.id("XQ-1")] }
    var ticket = ""
    try await withOldDatabase { young in
      let entries = [kept, deleted].map { RecordImportTests.entry(.compound($0)) }
      try await push(young, entries, [.created, .created])
      let gone = [RecordImportTests.entry(.compound(deleted), .delete)]
      try await push(young, gone, [.deleted])
      ticket =
        try await young.tickets.createTicket(
          .with {
            $0.parent = TestService.city
            $0.requestID = UUID().uuidString
            $0.ticket = .with {
              $0.division = TestService.community
              $0.title = "路灯不亮"
              $0.source = .owner
              $0.externalIDs = [Self.id("XQ-2")]
            }
          }
        ).name
    } _: { service in
      #expect(try await find("XQ-1", service) == [kept.name])
      #expect(try await find("XQ-2", service).sorted() == [kept.name, ticket].sorted())
      // The rows follow the record from now on.
      var moved = kept
      moved.externalIDs = [Self.id("XQ-3")]
      let entries = [RecordImportTests.entry(.compound(moved), .upsert)]
      try await push(service, entries, [.updated])
      #expect(try await find("XQ-1", service).isEmpty)
      #expect(try await find("XQ-3", service) == [kept.name])
      try await service.store.checkIntegrity(thorough: true)
    }
  }

  /// An upsert by external id changes the old record; without the rows it would make a second one.
  @Test func anUpsertByExternalIDMeetsTheOldRecord() async throws {
    let unnamed = RecordImportTests.compound("") { $0.externalIDs = [Self.id("XQ-7")] }
    try await withOldDatabase { young in
      let entries = [RecordImportTests.entry(.compound(unnamed))]
      try await push(young, entries, [.created])
    } _: { service in
      var changed = unnamed
      changed.householdCount = 77
      let entries = [RecordImportTests.entry(.compound(changed), .upsert)]
      try await push(service, entries, [.updated])
    }
  }

  /// What has its rows is left alone: opened again, the database is as it was.
  @Test func theStepRunsOnce() async throws {
    let compound = RecordImportTests.compound("kept") { $0.externalIDs = [Self.id("XQ-1")] }
    try await withOldDatabase { young in
      let entries = [RecordImportTests.entry(.compound(compound))]
      try await push(young, entries, [.created])
    } _: { service in
      let revision = try await service.store.waitForRevision(of: "370800", beyond: 0)
      _ = try await RedSailServices(store: service.store) { service.clock.now }
      #expect(try await service.store.waitForRevision(of: "370800", beyond: 0) == revision)
    }
  }
}
