internal import GRDB

/// A read transaction's view.
struct SQLiteSnapshot: SQLiteReading {
  let city: String
  private(set) var scope: Scope
  let database: Database
  let tables: KindTables
  private(set) var limits: SQLiteScope
  let past: PastView?

  /// `views` are the connection's; without them the read is of the present.
  init(_ context: ReadContext, database: Database, tables: KindTables, views: PastViews? = nil) throws {
    city = context.city
    scope = context.scope
    self.database = database
    self.tables = tables
    let city = context.city
    let past = try views.flatMap { views in try context.asOf.map { try views.view(of: city, $0, database) } }
    self.past = past
    let divisions = past?.divisions ?? "division"
    limits = try SQLiteScope(context.scope, city: city) { code throws(StoreError) in
      do {
        let statement = try database.cachedStatement(sql: "SELECT path FROM \(divisions) WHERE city = ? AND code = ?")
        return try String.fetchOne(statement, arguments: [city, code])
      } catch {
        throw .damaged([String(describing: error)])
      }
    }
    if let floor = context.floor {
      let latest = try latestRevision()
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
