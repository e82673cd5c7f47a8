internal import GRDB

/// The reads, written once for snapshots and transactions.
protocol SQLiteReading: StoreSnapshot {
  var database: Database { get }
  var tables: KindTables { get }
  var limits: SQLiteScope { get }
  /// The moment that is read; nil: the present.
  var past: PastView? { get }
}

extension SQLiteReading {
  func revision() throws -> Revision {
    try past?.revision ?? latestRevision()
  }

  /// The city's latest revision, whatever moment is read.
  func latestRevision() throws -> Revision {
    try database.latestRevision(of: city)
  }

  func record(_ kind: RecordKind, named name: String) throws -> Record? {
    let table = try tables[kind]
    guard limits.includes(kind: kind.name), !name.utf8.contains(0) else { return nil }
    let record = try record(table, named: name)
    return try record.flatMap { try isVisible(division: $0.division) ? $0 : nil }
  }

  private func record(_ table: KindTable, named name: String) throws -> Record? {
    let past = try past?.table(table)
    var select = try DirectStatement(table.selectByName, database)
    select.bind(city)
    select.bind(name)
    defer { select.finish() }
    if try select.step() {
      let record = select.record(table.kind, name: name, city: city)
      guard let past, try past.hides(record.id) else { return record }
    }
    return try past?.version(named: name, city: city)
  }

  /// A compiler for queries on a kind. Makes what they read of the past findable by the columns of the order and by the
  /// keys of the predicates.
  func compiler(_ kind: RecordKind, _ predicates: [Predicate], order: [String] = []) throws -> SQLCompiler {
    guard let past else { return SQLCompiler(tables: tables, city: city, scope: limits) }
    var differing: [String: PastTable] = [:]
    func prepare(_ kind: RecordKind, _ columns: [String]) throws {
      guard let table = try past.table(tables[kind]) else { return }
      if columns.allSatisfy({ $0 == "name" || kind.column(named: $0) != nil }) { try table.requireIndex(columns) }
      differing[kind.name] = table
    }
    try prepare(kind, order)
    for related in predicates.flatMap(\.related) { try prepare(related.kind, [related.column]) }
    return SQLCompiler(tables: tables, city: city, scope: limits, divisions: past.divisions, past: differing)
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
      database.cachedStatement(
        sql: "SELECT code, parent FROM \(past?.divisions ?? "division") WHERE city = ? ORDER BY code"
      ),
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
