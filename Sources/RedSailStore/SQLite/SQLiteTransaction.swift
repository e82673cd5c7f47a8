internal import GRDB

/// One writer's share of a batch. Lives on the writer's queue, within its savepoint.
final class SQLiteTransaction: SQLiteReading, StoreTransaction {
  let city: String
  let scope: Scope
  let actor: String
  let time: Instant
  let database: Database
  let tables: KindTables
  let limits: SQLiteScope
  /// Writers work on the present.
  var past: PastView? { nil }
  let state: WriterState
  /// The city's latest revision, own changes included.
  private(set) var latest: Revision
  private(set) var sequence: Int64
  /// Why the transaction cannot be committed any more.
  private(set) var failure: (any Error)?
  private let firstSequence: Int64
  /// The divisions as this transaction has changed them.
  private(set) var changedDivisions: DivisionTree?

  init(database: Database, tables: KindTables, context: WriteContext, state: WriterState) throws {
    city = context.city
    scope = context.scope
    actor = context.actor
    time = state.time
    self.database = database
    self.tables = tables
    self.state = state
    latest = state.latest[context.city] ?? 0
    sequence = state.sequence
    firstSequence = state.sequence
    let city = context.city
    let tree = try context.scope.divisions.map { _ in try state.divisionTree(of: city, database) }
    limits = try SQLiteScope(context.scope, city: city) { code throws(StoreError) in
      if let tree { return tree.path(of: code) }
      do {
        return try state.divisionTree(of: city, database).path(of: code)
      } catch {
        throw .damaged([String(describing: error)])
      }
    }
  }

  func latestRevision() throws -> Revision {
    latest
  }

  /// The city's divisions, own changes included.
  func divisionTree() throws -> DivisionTree {
    try changedDivisions ?? state.divisionTree(of: city, database)
  }

  func setDivisions(_ tree: DivisionTree) {
    changedDivisions = tree
  }

  /// The numbers that the next change gets, once its entry is in the log.
  var next: (sequence: Int64, revision: Revision) {
    (sequence + 1, latest + 1)
  }

  /// Runs the insertion of the next change's entry. A row without its entry must not be committed, even if the closure
  /// catches the error.
  func appendEntry(_ insert: () throws -> Void) throws {
    do {
      if latest == 0 {
        let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO city (city, floor) VALUES (?, 0)")
        try statement.execute(arguments: [city])
      }
      try insert()
    } catch {
      failure = error
      throw error
    }
    sequence += 1
    latest += 1
  }

  func attempt<Answer>(_ body: () throws -> Answer) throws -> Answer {
    let before = (latest: latest, sequence: sequence, divisions: changedDivisions, failure: failure)
    try DirectStatement("SAVEPOINT part", database).run()
    do {
      let answer = try body()
      if let failure { throw failure }
      try DirectStatement("RELEASE part", database).run()
      return answer
    } catch {
      // SQLite may have rolled everything back by itself: then the whole batch is lost.
      guard database.isInsideTransaction else {
        failure = error
        throw error
      }
      try DirectStatement("ROLLBACK TO part", database).run()
      try DirectStatement("RELEASE part", database).run()
      (latest, sequence, changedDivisions, failure) = (
        before.latest, before.sequence, before.divisions, before.failure
      )
      throw error
    }
  }

  /// Hands the counts over after the savepoint's release; the latest revision if anything changed.
  func conclude() -> Revision? {
    state.absorb(city: city, revision: latest, sequence: sequence, divisions: changedDivisions)
    return sequence == firstSequence ? nil : latest
  }
}
