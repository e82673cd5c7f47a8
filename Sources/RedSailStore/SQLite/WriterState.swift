internal import GRDB

/// What the writer keeps in memory between transactions; always equal to what is committed, or about to be.
///
/// A class because batch and transactions share it; only the writer connection's queue touches it after `init`.
final class WriterState: @unchecked Sendable {
  // Protected by the writer's DatabaseQueue: all access happens inside its closures.

  /// The latest revision of each city.
  private(set) var latest: [String: Revision] = [:]
  /// Entries at or below have been compacted.
  private(set) var floors: [String: Revision] = [:]
  /// The last number given to a change; a new record's id is the number of the change that creates it.
  private(set) var sequence: Int64 = 0
  /// The last record time given.
  var time = Instant(microseconds: 0)
  private var divisions: [String: DivisionTree] = [:]
  var updates = UpdateStatements()

  init(_ database: Database) throws {
    try reload(database)
  }

  /// Reads everything again, after a transaction that this state had counted on was lost.
  func reload(_ database: Database) throws {
    latest = [:]
    floors = [:]
    divisions = [:]
    sequence = try Int64.fetchOne(database, sql: "SELECT max(sequence) FROM change") ?? 0
    // Record times never run backwards, also where the machine's clock was set back over a restart.
    let last = try Int64.fetchOne(database, sql: "SELECT time FROM change ORDER BY sequence DESC LIMIT 1")
    time = max(time, Instant(microseconds: last ?? 0))
    for row in try Row.fetchAll(database, sql: "SELECT city, floor FROM city") {
      let city: String = row[0]
      floors[city] = row[1]
      latest[city] = try Revision.fetchOne(
        database,
        sql: "SELECT max(revision) FROM change WHERE city = ?",
        arguments: [city]
      )
    }
  }

  /// The city's divisions as the current transaction may see them.
  func divisionTree(of city: String, _ database: Database) throws -> DivisionTree {
    if let tree = divisions[city] { return tree }
    var tree = DivisionTree()
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT code, parent, path FROM division WHERE city = ?",
      arguments: [city]
    )
    while let row = try rows.next() {
      tree.insert(code: row[0], parent: row[1], path: row[2])
    }
    divisions[city] = tree
    return tree
  }

  /// Takes over what a successful transaction counted.
  func absorb(city: String, revision: Revision, sequence: Int64, divisions tree: DivisionTree?) {
    if sequence != self.sequence {
      self.sequence = sequence
      latest[city] = revision
      if floors[city] == nil { floors[city] = 0 }
    }
    if let tree { divisions[city] = tree }
  }

  func setFloor(_ floor: Revision, of city: String) {
    floors[city] = floor
  }
}
