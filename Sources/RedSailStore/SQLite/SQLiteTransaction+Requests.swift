internal import GRDB

extension SQLiteTransaction {
  func answer(to key: IdempotencyKey) throws -> [UInt8]? {
    try ColumnCheck.requireText(key.requestID, "the request_id")
    let statement = try database.cachedStatement(
      sql: """
        SELECT r.method, r.fingerprint, r.city, coalesce(r.answer, c.after)
        FROM request AS r LEFT JOIN change AS c ON c.city = r.city AND c.revision = r.revision
        WHERE r.caller = ? AND r.request_id = ?
        """
    )
    guard let row = try Row.fetchOne(statement, arguments: [key.caller, key.requestID]) else { return nil }
    let method: String = row[0]
    let city: String = row[2]
    guard method == key.method, city == self.city, try row.bytes(at: 1) == key.fingerprint else {
      throw StoreError.requestIDReused(requestID: key.requestID, firstMethod: method)
    }
    return try row.bytes(at: 3) ?? []
  }

  func remember(_ answer: WriteAnswer, to key: IdempotencyKey) throws {
    var revision: Revision?
    var bytes: DatabaseValue?
    switch answer {
    case .record(let record) where record.revision > state.latest[city] ?? 0: revision = record.revision
    case .record(let record): bytes = record.bytes.databaseValue
    case .bytes(let given): bytes = given.databaseValue
    }
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO request (caller, request_id, method, fingerprint, time, city, revision, answer)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    try statement.execute(
      arguments: [
        key.caller, key.requestID, key.method, key.fingerprint.databaseValue, time.microseconds, city, revision, bytes,
      ])
  }

  func take(_ key: ExternalKey, for name: String) throws {
    try ColumnCheck.requireText(key.sourceSystem, "the source system")
    try ColumnCheck.requireText(key.recordNumber, "the record number")
    if let owner = try owner(of: key) {
      guard owner == name else { throw StoreError.externalKeyTaken(key, owner: owner) }
      return
    }
    let statement = try database.cachedStatement(
      sql: "INSERT INTO external_key (city, kind, source_system, record_number, name) VALUES (?, ?, ?, ?, ?)"
    )
    try statement.execute(arguments: [city, key.kind.name, key.sourceSystem, key.recordNumber, name])
  }

  func put(_ side: SideRecord) throws {
    try ColumnCheck.requireText(side.subject, "the subject of a \(side.kind)")
    try requireVisible(side.kind, subject: side.subject, division: side.division)
    if let old = try sideDivision(side.kind, subject: side.subject) {
      try requireVisible(side.kind, subject: side.subject, division: old)
      let statement = try database.cachedStatement(
        sql: "UPDATE side SET division = ?, bytes = ? WHERE city = ? AND kind = ? AND subject = ?"
      )
      try statement.execute(
        arguments: [side.division, side.bytes.databaseValue, city, side.kind, side.subject])
    } else {
      let statement = try database.cachedStatement(
        sql: "INSERT INTO side (city, kind, subject, division, bytes) VALUES (?, ?, ?, ?, ?)"
      )
      try statement.execute(
        arguments: [city, side.kind, side.subject, side.division, side.bytes.databaseValue])
    }
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
