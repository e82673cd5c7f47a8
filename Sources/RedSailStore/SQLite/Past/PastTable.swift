internal import GRDB

/// What of a kind differs at a moment of the past, in two temporary tables: the ids of the rows that do not stand for
/// themselves, and the versions that stood in their place, as far as there was one.
final class PastTable {
  /// The versions' table, with the columns of the kind's own but city and bytes, and the entry that describes them.
  let versions: String
  /// The table of ids.
  let hidden: String
  private let kind: KindTable
  private let database: Database
  private let columns: [String]
  private let name: String
  private var indexes: Set<String> = []
  /// The lowest id of a record that was created later; nil if none was.
  let end: Int64?
  /// How many ids there are.
  private(set) var count = 0

  init(_ kind: KindTable, slot: Int, end: Int64?, database: Database) throws {
    self.kind = kind
    self.end = end
    self.database = database
    name = "past_\(slot)_\(kind.kind.name)"
    versions = "temp.\(name)"
    hidden = "temp.hidden_\(slot)_\(kind.kind.name)"
    columns = ["entry"] + KindTable.versionColumns + kind.storedColumns.map { KindTable.sqlName($0.name) }
    let types = columns.map { "\($0) \(Self.type(of: $0, kind))" }.joined(separator: ", ")
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS \(versions);
        DROP TABLE IF EXISTS \(hidden);
        CREATE TABLE \(versions) (id INTEGER PRIMARY KEY, \(types));
        CREATE TABLE \(hidden) (id INTEGER PRIMARY KEY);
        """
    )
  }

  private static func type(of column: String, _ kind: KindTable) -> String {
    switch column {
    case "name", "division": return "TEXT"
    default:
      let storage = kind.storedColumns.first { KindTable.sqlName($0.name) == column }?.type.storage
      return KindTable.sqlType(storage ?? .integer)
    }
  }

  /// Removes the tables.
  func drop() throws {
    try database.execute(sql: "DROP TABLE IF EXISTS \(versions); DROP TABLE IF EXISTS \(hidden)")
  }

  /// Whether the row of this id does not stand for itself.
  func hides(_ id: Int64) throws -> Bool {
    if let end, id >= end { return true }
    var select = try DirectStatement("SELECT 1 FROM \(hidden) WHERE id = ?", database)
    select.bind(id)
    defer { select.finish() }
    return try select.step()
  }

  /// Hides a row.
  func hide(_ id: Int64) throws {
    var insert = try DirectStatement("INSERT INTO \(hidden) (id) VALUES (?)", database)
    insert.bind(id)
    try insert.run()
    count += 1
  }

  /// Hides the rows whose ids a query finds.
  func hide(_ query: String, _ arguments: StatementArguments) throws {
    try database.execute(sql: "INSERT INTO \(hidden) (id) \(query)", arguments: arguments)
    count += database.changesCount
  }

  /// Takes back that a row is hidden, with the version in its place.
  func reveal(_ id: Int64) throws {
    for table in [hidden, versions] {
      var delete = try DirectStatement("DELETE FROM \(table) WHERE id = ?", database)
      delete.bind(id)
      try delete.run()
      if table == hidden { count -= database.changesCount }
    }
  }

  func insert(_ version: PastVersion) throws {
    let marks = String(repeating: ", ?", count: columns.count)
    var insert = try DirectStatement(
      "INSERT INTO \(versions) (id, \(columns.joined(separator: ", "))) VALUES (?\(marks))",
      database
    )
    insert.bind(version.id)
    insert.bind(version.entry)
    insert.bind(version.name)
    insert.bind(version.division)
    insert.bind(version.revision)
    insert.bind(version.createTime)
    insert.bind(version.updateTime)
    insert.bind(version.deleteTime)
    insert.bind(version.purgeTime)
    for value in version.values { insert.bind(value) }
    try insert.run()
  }

  /// Makes sure that the versions can be found by these columns, or come in their order.
  func requireIndex(_ columns: [String]) throws {
    let names = columns.map(KindTable.sqlName)
    let index = "\(name)_by_" + names.joined(separator: "__")
    guard !columns.isEmpty, indexes.insert(index).inserted else { return }
    try database.execute(sql: "CREATE INDEX temp.\(index) ON \(name) (\(names.joined(separator: ", ")))")
  }

  /// The version of this name, if there was one.
  func version(named name: String, city: String) throws -> Record? {
    try requireIndex(["name"])
    return try record(city: city, where: "r.name = ?") { $0.bind(name) }
  }

  /// The version of this id.
  func version(id: Int64, city: String) throws -> Record? {
    try record(city: city, where: "r.id = ?") { $0.bind(id) }
  }

  /// The bytes stay in the change log until they are asked for.
  private func record(
    city: String,
    where condition: String,
    bind: (inout DirectStatement) -> Void
  ) throws -> Record? {
    var select = try DirectStatement(
      """
      SELECT r.id, \(KindTable.versionColumns.map { "r.\($0)" }.joined(separator: ", ")),
        (SELECT \(PastVersion.bytes) FROM change AS c WHERE c.city = ? AND c.revision = r.entry)
      FROM \(versions) AS r WHERE \(condition)
      """,
      database
    )
    select.bind(city)
    bind(&select)
    defer { select.finish() }
    guard try select.step() else { return nil }
    return select.record(kind.kind, name: select.text(at: 1), city: city)
  }
}
