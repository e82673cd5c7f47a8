internal import GRDB

extension SQLiteReading {
  func ancestry(of division: String) throws -> [String] {
    division.isEmpty ? [] : SQLiteScope.ancestry(try limits.path(of: division))
  }

  /// In the past also what the stamp stands for is of the moment; what was never stamped has nothing to differ in.
  func stamp(_ name: String) throws -> [UInt8] {
    let present = try presentStamp(name)
    guard let moment = past?.moment, !present.isEmpty else { return present }
    let kinds = moment.asOf.eventKinds?.sorted().joined(separator: " ") ?? "*"
    return present + "\(moment.revision ?? 0) \(moment.asOf.eventTime?.microseconds ?? .max) \(kinds)".utf8
  }

  private func presentStamp(_ name: String) throws -> [UInt8] {
    var select = try DirectStatement("SELECT value FROM mark WHERE name = ?", database)
    select.bind(stampKey(name))
    defer { select.finish() }
    return try select.step() ? select.bytes(at: 0) ?? [] : []
  }

  /// Stamps are kept among the marks of the database.
  fileprivate func stampKey(_ name: String) -> String { "stamp.\(city).\(name)" }
}

extension SQLiteTransaction {
  /// The divisions as this transaction has changed them.
  func ancestry(of division: String) throws -> [String] {
    guard !division.isEmpty else { return [] }
    guard let path = try divisionTree().path(of: division) else {
      throw StoreError.unknownDivision(city: city, code: division)
    }
    return SQLiteScope.ancestry(path)
  }

  func renewStamp(_ name: String) throws {
    var random = SystemRandomNumberGenerator()
    var insert = try DirectStatement("INSERT OR REPLACE INTO mark (name, value) VALUES (?, ?)", database)
    insert.bind(stampKey(name))
    insert.bind((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    try insert.run()
  }

  func unnarrowed() throws -> any StoreSnapshot {
    if scope == .all { return self }
    return try SQLiteSnapshot(ReadContext(city: city, scope: .all), database: database, tables: tables)
  }
}
