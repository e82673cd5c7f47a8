internal import GRDB

extension SQLiteTransaction {
  func answer(to key: IdempotencyKey) throws -> [UInt8]? {
    try ColumnCheck.requireText(key.requestID, "the request_id")
    var select = try DirectStatement(
      """
      SELECT r.method, r.fingerprint, r.city, coalesce(r.answer, c.after)
      FROM request AS r LEFT JOIN change AS c ON c.city = r.city AND c.revision = r.revision
      WHERE r.caller = ? AND r.request_id = ?
      """,
      database
    )
    select.bind(key.caller)
    select.bind(key.requestID)
    defer { select.finish() }
    guard try select.step() else { return nil }
    let method = select.text(at: 0)
    guard method == key.method, select.text(at: 2) == city, select.bytes(at: 1) == key.fingerprint else {
      throw StoreError.requestIDReused(requestID: key.requestID, firstMethod: method)
    }
    return select.bytes(at: 3) ?? []
  }

  func remember(_ answer: WriteAnswer, to key: IdempotencyKey) throws {
    var revision: Revision?
    var bytes: [UInt8]?
    switch answer {
    case .record(let record) where record.revision > state.latest[city] ?? 0: revision = record.revision
    case .record(let record): bytes = record.bytes
    case .bytes(let given): bytes = given
    }
    var insert = try DirectStatement(
      """
      INSERT INTO request (caller, request_id, method, fingerprint, time, city, revision, answer)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      database
    )
    insert.bind(key.caller)
    insert.bind(key.requestID)
    insert.bind(key.method)
    insert.bind(key.fingerprint)
    insert.bind(time.microseconds)
    insert.bind(city)
    insert.bind(revision)
    insert.bind(bytes)
    try insert.run()
  }

  func take(_ key: ExternalKey, for name: String) throws {
    try ColumnCheck.requireText(key.sourceSystem, "the source system")
    try ColumnCheck.requireText(key.recordNumber, "the record number")
    if let owner = try owner(of: key) {
      guard owner == name else { throw StoreError.externalKeyTaken(key, owner: owner) }
      return
    }
    var insert = try DirectStatement(
      "INSERT INTO external_key (city, kind, source_system, record_number, name) VALUES (?, ?, ?, ?, ?)",
      database
    )
    insert.bind(city)
    insert.bind(key.kind.name)
    insert.bind(key.sourceSystem)
    insert.bind(key.recordNumber)
    insert.bind(name)
    try insert.run()
  }

  func put(_ side: SideRecord) throws {
    try ColumnCheck.requireText(side.subject, "the subject of a \(side.kind)")
    try requireVisible(side.kind, subject: side.subject, division: side.division)
    // Without narrowing, a row that is there need not be looked at.
    if limits.rootPaths != nil, let old = try sideDivision(side.kind, subject: side.subject) {
      try requireVisible(side.kind, subject: side.subject, division: old)
    }
    var insert = try DirectStatement(
      """
      INSERT INTO side (city, kind, subject, division, bytes) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (city, kind, subject) DO UPDATE SET division = excluded.division, bytes = excluded.bytes
      """,
      database
    )
    insert.bind(city)
    insert.bind(side.kind)
    insert.bind(side.subject)
    insert.bind(side.division)
    insert.bind(side.bytes)
    try insert.run()
  }

  func eraseSide(_ kind: String, subject: String) throws -> Bool {
    guard let division = try sideDivision(kind, subject: subject) else { return false }
    try requireVisible(kind, subject: subject, division: division)
    let statement = try database.cachedStatement(sql: "DELETE FROM side WHERE city = ? AND kind = ? AND subject = ?")
    try statement.execute(arguments: [city, kind, subject])
    return database.changesCount > 0
  }

  private func sideDivision(_ kind: String, subject: String) throws -> String? {
    let statement = try database.cachedStatement(
      sql: "SELECT division FROM side WHERE city = ? AND kind = ? AND subject = ?"
    )
    return try String.fetchOne(statement, arguments: [city, kind, subject])
  }

  private func requireVisible(_ kind: String, subject: String, division: String) throws {
    guard let path = try divisionTree().path(of: division) else {
      throw StoreError.unknownDivision(city: city, code: division)
    }
    guard limits.includes(kind: kind), limits.includes(path: path) else {
      throw StoreError.outOfScope(kind: kind, name: subject)
    }
  }
}
