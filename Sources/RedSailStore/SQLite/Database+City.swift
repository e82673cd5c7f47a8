internal import GRDB

extension Database {
  /// The revision of a city's last change; 0 before its first.
  func latestRevision(of city: String) throws -> Revision {
    let statement = try cachedStatement(sql: "SELECT max(revision) FROM change WHERE city = ?")
    return try Revision.fetchOne(statement, arguments: [city]) ?? 0
  }

  /// The revision up to which a city's change log was compacted; 0 if it never was.
  func compactedRevision(of city: String) throws -> Revision {
    let statement = try cachedStatement(sql: "SELECT floor FROM city WHERE city = ?")
    return try Revision.fetchOne(statement, arguments: [city]) ?? 0
  }
}
