internal import Foundation
internal import GRDB

extension SQLiteStore {
  /// See `Store`. Entries that stay get the images of those that go.
  @discardableResult
  public func compactChanges(of city: String, through revision: Revision) async throws -> Revision {
    let oldest = clock().adding(days: -IdempotencyKey.minimumRetentionDays)
    return try await writer.maintain { database, state in
      let latest = state.latest[city] ?? 0
      let floor = state.floors[city] ?? 0
      // The newest entry stays: the counts are read from it at the next start.
      let wanted = min(revision, latest - 1)
      let young = try Revision.fetchOne(
        database,
        sql: "SELECT revision FROM change WHERE city = ? AND revision > ? AND time > ? ORDER BY revision LIMIT 1",
        arguments: [city, floor, oldest.microseconds]
      )
      let end = min(wanted, young.map { $0 - 1 } ?? wanted)
      guard end > floor else { return floor }
      try database.execute(
        sql: """
          UPDATE change SET before = (
            SELECT p.after FROM change AS p WHERE p.city = change.city AND p.revision = change.previous_revision)
          WHERE city = ? AND revision > ? AND previous_revision <= ? AND before IS NULL
          """,
        arguments: [city, end, end]
      )
      try database.execute(
        sql: "DELETE FROM request WHERE city = ? AND revision <= ?",
        arguments: [city, end]
      )
      try database.execute(sql: "DELETE FROM change WHERE city = ? AND revision <= ?", arguments: [city, end])
      try database.execute(sql: "UPDATE city SET floor = ? WHERE city = ?", arguments: [end, city])
      state.setFloor(end, of: city)
      return end
    }
  }

  /// See `Store`.
  @discardableResult
  public func forgetAnswers(before time: Instant) async throws -> Int {
    let end = min(time, clock().adding(days: -IdempotencyKey.minimumRetentionDays))
    return try await writer.maintain { database, _ in
      try database.execute(sql: "DELETE FROM request WHERE time < ?", arguments: [end.microseconds])
      return database.changesCount
    }
  }

  /// See `Store`.
  public func mark(_ name: String) async throws -> [UInt8]? {
    try await inspect { database in
      try Data.fetchOne(database, sql: "SELECT value FROM mark WHERE name = ?", arguments: [name]).map { [UInt8]($0) }
    }
  }

  /// See `Store`.
  @discardableResult
  public func setMark(_ name: String, ifAbsent value: [UInt8]) async throws -> [UInt8] {
    try await writer.maintain { database, _ in
      try database.execute(
        sql: "INSERT OR IGNORE INTO mark (name, value) VALUES (?, ?)",
        arguments: [name, value.databaseValue]
      )
      let stands = try Data.fetchOne(database, sql: "SELECT value FROM mark WHERE name = ?", arguments: [name])
      return stands.map { [UInt8]($0) } ?? value
    }
  }

  /// See `Store`.
  public func checkIntegrity(thorough: Bool) async throws {
    try await inspect { database in
      let faults = try String.fetchAll(database, sql: thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check")
      if faults != ["ok"] { throw StoreError.damaged(faults) }
    }
  }
}
