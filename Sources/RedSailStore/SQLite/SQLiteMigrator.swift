internal import GRDB

/// Brings a database forward to this program's layout and schema; refuses one that is ahead.
struct SQLiteMigrator {
  let schema: StoreSchema
  let tables: KindTables

  func migrate(_ database: Database) throws {
    let layout = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let latest = SQLiteMigration.all.last?.number ?? 0
    guard layout <= latest else {
      throw StoreError.newerDatabase(what: "layout", found: layout, supported: latest)
    }
    try database.inTransaction(.exclusive) {
      for migration in SQLiteMigration.all where migration.number > layout {
        try database.execute(sql: migration.sql)
        try database.execute(sql: "PRAGMA user_version = \(migration.number)")
      }
      let version = try Int.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'schema_version'") ?? 0
      guard version <= schema.version else {
        throw StoreError.newerDatabase(what: "schema", found: version, supported: schema.version)
      }
      for table in tables.all {
        try SQLiteKindMigration(table: table).apply(database)
      }
      try database.execute(
        sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('schema_version', ?)",
        arguments: [schema.version]
      )
      return .commit
    }
  }
}
