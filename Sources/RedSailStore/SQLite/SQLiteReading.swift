internal import GRDB

/// The reads, written once for snapshots and transactions.
protocol SQLiteReading: StoreSnapshot {
  var database: Database { get }
  var tables: KindTables { get }
  var limits: SQLiteScope { get }
}

extension SQLiteReading {
  func revision() throws -> Revision {
    let statement = try database.cachedStatement(sql: "SELECT max(revision) FROM change WHERE city = ?")
    return try Revision.fetchOne(statement, arguments: [city]) ?? 0
  }

  func record(_ kind: RecordKind, named name: String) throws -> Record? {
    let table = try tables[kind]
    guard limits.includes(kind: kind.name), !name.utf8.contains(0) else { return nil }
    var select = try DirectStatement(table.selectByName, database)
    select.bind(city)
    select.bind(name)
    defer { select.finish() }
    guard try select.step() else { return nil }
    let record = select.record(kind, name: name, city: city)
    return try isVisible(division: record.division) ? record : nil
  }

  func records(_ kind: RecordKind, named names: [String]) throws -> [Record?] {
    try names.map { try record(kind, named: $0) }
  }

  func purgeable(_ kind: RecordKind, at time: Instant, limit: Int) throws -> [Record] {
    let table = try tables[kind]
    try limits.requireKind(kind.name)
    let statement = try database.cachedStatement(
      sql: table.select + " WHERE r.city = ? AND r.purge_time <= ? ORDER BY r.purge_time, r.id LIMIT ?"
    )
    let rows = try Row.fetchCursor(statement, arguments: [city, time.microseconds, limit])
    var records: [Record] = []
    while let row = try rows.next() {
      let record = try row.record(kind, city: city)
      if try isVisible(division: record.division) { records.append(record) }
    }
    return records
  }

  func side(_ kind: String, subject: String) throws -> SideRecord? {
    guard limits.includes(kind: kind), !subject.utf8.contains(0) else { return nil }
    var select = try DirectStatement(
      "SELECT division, bytes FROM side WHERE city = ? AND kind = ? AND subject = ?",
      database
    )
    select.bind(city)
    select.bind(kind)
    select.bind(subject)
    defer { select.finish() }
    guard try select.step() else { return nil }
    let division = select.text(at: 0)
    guard try isVisible(division: division) else { return nil }
    return SideRecord(kind: kind, subject: subject, division: division, bytes: select.bytes(at: 1) ?? [])
  }

  func owner(of key: ExternalKey) throws -> String? {
    var select = try DirectStatement(
      "SELECT name FROM external_key WHERE city = ? AND kind = ? AND source_system = ? AND record_number = ?",
      database
    )
    select.bind(city)
    select.bind(key.kind.name)
    select.bind(key.sourceSystem)
    select.bind(key.recordNumber)
    defer { select.finish() }
    return try select.step() ? select.text(at: 0) : nil
  }

  func divisions() throws -> [DivisionNode] {
    try Row.fetchAll(
      database.cachedStatement(sql: "SELECT code, parent FROM division WHERE city = ? ORDER BY code"),
      arguments: [city]
    ).map { DivisionNode(code: $0[0], parent: $0[1]) }
  }

  /// Whether the scope covers a division; "" is none, seen only without narrowing.
  func isVisible(division: String) throws -> Bool {
    guard limits.rootPaths != nil else { return true }
    guard !division.isEmpty else { return false }
    return limits.includes(path: try limits.path(of: division))
  }
}
