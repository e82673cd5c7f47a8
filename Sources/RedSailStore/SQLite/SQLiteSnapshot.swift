internal import GRDB

/// A read transaction's view.
struct SQLiteSnapshot: SQLiteReading {
  let city: String
  private(set) var scope: Scope
  let database: Database
  let tables: KindTables
  private(set) var limits: SQLiteScope

  init(_ context: ReadContext, database: Database, tables: KindTables) throws {
    city = context.city
    scope = context.scope
    self.database = database
    self.tables = tables
    let city = context.city
    limits = try SQLiteScope(context.scope, city: city) { code throws(StoreError) in
      do {
        let statement = try database.cachedStatement(sql: "SELECT path FROM division WHERE city = ? AND code = ?")
        return try String.fetchOne(statement, arguments: [city, code])
      } catch {
        throw .damaged([String(describing: error)])
      }
    }
    if let floor = context.floor {
      let latest = try revision()
      if floor > latest { throw StoreError.revisionAhead(asked: floor, latest: latest) }
    }
  }

  func unnarrowed() throws -> any StoreSnapshot {
    var view = self
    view.scope = .all
    view.limits = limits.unnarrowed
    return view
  }
}
