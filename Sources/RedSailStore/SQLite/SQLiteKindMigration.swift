internal import GRDB

/// Makes a kind's table, or adds the columns and indexes that its declaration has gained.
struct SQLiteKindMigration {
  let table: KindTable

  func apply(_ database: Database) throws {
    let known = try knownColumns(database)
    let isNew = known.isEmpty
    let added = table.storedColumns.filter { known[$0.name] == nil }
    for column in table.storedColumns {
      if let type = known[column.name], type != column.type.rawValue {
        throw StoreError.invalidSchema(
          "column “\(column.name)” of kind “\(table.kind.name)” is \(type) in the database, \(column.type) here"
        )
      }
    }
    if isNew {
      try createTable(database)
    } else if !added.isEmpty {
      for column in added {
        try database.execute(sql: "ALTER TABLE \(table.table) ADD COLUMN \(Self.definition(column))")
      }
      try fill(added, database)
    }
    try remember(added, database, isNew: isNew)
    try createIndexes(database)
  }

  /// The types of the columns that the database has for the kind; the entry "" says that the table exists.
  private func knownColumns(_ database: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT name, type FROM kind_column WHERE kind = ?",
      arguments: [table.kind.name]
    )
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  private func createTable(_ database: Database) throws {
    let columns = table.storedColumns.map { Self.definition($0) + ", " }.joined()
    try database.execute(
      sql: """
        CREATE TABLE \(table.table) (
          id INTEGER PRIMARY KEY, city TEXT NOT NULL, name TEXT NOT NULL, division TEXT NOT NULL,
          revision INTEGER NOT NULL, create_time INTEGER NOT NULL, update_time INTEGER NOT NULL,
          delete_time INTEGER, purge_time INTEGER, \(columns)bytes BLOB NOT NULL
        ) STRICT
        """
    )
  }

  private func remember(_ columns: [IndexColumn], _ database: Database, isNew: Bool) throws {
    let entries = columns.map { ($0.name, $0.type.rawValue) } + (isNew ? [("", "table")] : [])
    for (name, type) in entries {
      try database.execute(
        sql: "INSERT INTO kind_column (kind, name, type) VALUES (?, ?, ?)",
        arguments: [table.kind.name, name, type]
      )
    }
  }

  /// Computes the new columns of old records from their bytes.
  private func fill(_ columns: [IndexColumn], _ database: Database) throws {
    let assignments = columns.map { "c_\($0.name) = ?" }.joined(separator: ", ")
    let update = try database.makeStatement(sql: "UPDATE \(table.table) SET \(assignments) WHERE id = ?")
    let ids = try Int64.fetchAll(database, sql: "SELECT id FROM \(table.table)")
    let select = try database.makeStatement(sql: "SELECT bytes FROM \(table.table) WHERE id = ?")
    for id in ids {
      guard let row = try Row.fetchOne(select, arguments: [id]) else { continue }
      let values = try table.reindex(row.bytes(at: 0) ?? [])
      let new = try columns.map { column in
        try ColumnCheck.value(values[column.name] ?? .null, for: column, of: table.kind).databaseValue
      }
      try update.execute(arguments: StatementArguments(new + [id.databaseValue]))
    }
  }

  private func createIndexes(_ database: Database) throws {
    let name = table.table
    try createIndex(database, "name", columns: ["name"], isUnique: true)
    try createIndex(database, "city", columns: [], isUnique: false)
    // With the deletion mark, counts and plain pages of a subtree need not look at the rows, and with what reports count
    // by, reports need not either. Another version of the program may have made it with other columns.
    let division = ["division", "delete_time"] + table.kind.reportColumns.map(KindTable.sqlName)
    let known = try String.fetchAll(
      database,
      sql: "SELECT name FROM pragma_index_info(?) ORDER BY seqno",
      arguments: [table.index(on: "division")]
    )
    if known != ["city"] + division {
      try database.execute(sql: "DROP INDEX IF EXISTS \(table.index(on: "division"))")
    }
    try createIndex(database, "division", columns: division, isUnique: false)
    for column in table.kind.columns where column.use != .measure {
      try createIndex(
        database,
        "on_\(column.name)",
        columns: [KindTable.sqlName(column.name)],
        isUnique: column.use == .unique
      )
    }
    for columns in table.kind.compoundIndexes {
      try createIndex(
        database,
        "by_" + columns.joined(separator: "__"),
        columns: columns.map(KindTable.sqlName),
        isUnique: false
      )
    }
    try database.execute(
      sql: "CREATE INDEX IF NOT EXISTS \(name)_purge ON \(name) (city, purge_time) WHERE purge_time IS NOT NULL"
    )
  }

  /// Every index starts with the city and ends with the row's id, which SQLite adds itself.
  private func createIndex(_ database: Database, _ suffix: String, columns: [String], isUnique: Bool) throws {
    try database.execute(
      sql: """
        CREATE \(isUnique ? "UNIQUE" : "") INDEX IF NOT EXISTS \(table.table)_\(suffix)
        ON \(table.table) (\((["city"] + columns).joined(separator: ", ")))
        """
    )
  }

  private static func definition(_ column: IndexColumn) -> String {
    "c_\(column.name) \(KindTable.sqlType(column.type.storage))"
  }
}
