internal import GRDB

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Opens connections with the settings of their role.
enum SQLiteConnections {
  /// “RSai”: tells a RedSail database from other SQLite files.
  static let applicationID: Int64 = 0x5253_6169

  /// Pages in the write-ahead log after which the writer checkpoints (4 KiB each).
  static let checkpointPages = 16_000

  static func openWriter(path: String, configuration: SQLiteConfiguration) throws -> DatabaseQueue {
    var settings = Configuration()
    settings.label = "redsail.store.writer"
    settings.allowsUnsafeTransactions = true
    settings.foreignKeysEnabled = false
    settings.prepareDatabase { database in
      do {
        try identify(database, path: path)
        // The journal mode goes first: the others depend on it.
        _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        try database.execute(
          sql: """
            PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = \(checkpointPages);
            PRAGMA temp_store = MEMORY;
            PRAGMA secure_delete = ON;
            PRAGMA trusted_schema = OFF;
            PRAGMA cache_size = -\(configuration.writerCacheKiB);
            """
        )
      } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
        throw StoreError.notAStore(path: path, reason: "it is no SQLite database")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        throw StoreError.damaged([error.message ?? "malformed"])
      }
    }
    // SQLite gives the files beside it the same permissions: the owner's only.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
    return try DatabaseQueue(path: path, configuration: settings)
  }

  /// A connection that cannot write the database, being opened read-only. `query_only` says so once more, and forbids
  /// temporary tables too.
  static func openReader(path: String, label: String, writesTemporaryTables: Bool) throws -> DatabaseQueue {
    var settings = Configuration()
    settings.label = "redsail.store.\(label)"
    settings.readonly = true
    settings.allowsUnsafeTransactions = true
    settings.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA query_only = \(writesTemporaryTables ? "OFF" : "ON");
          PRAGMA wal_autocheckpoint = 0;
          PRAGMA temp_store = MEMORY;
          PRAGMA trusted_schema = OFF;
          PRAGMA cache_size = -8192;
          """
      )
    }
    return try DatabaseQueue(path: path, configuration: settings)
  }

  /// Refuses somebody else's database before anything is changed in it.
  private static func identify(_ database: Database, path: String) throws {
    let found = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if found == applicationID { return }
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    guard found == 0, tables == 0 else {
      throw StoreError.notAStore(path: path, reason: "its application_id is \(found) and it has \(tables) entries")
    }
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
  }
}
