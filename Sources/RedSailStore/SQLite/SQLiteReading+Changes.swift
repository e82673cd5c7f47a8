internal import GRDB

extension SQLiteReading {
  /// The most entries that one call examines; what it has passed shows in `ChangePage.progress`.
  private var examinedLimit: Int { 4_096 }

  func changes(_ query: ChangeQuery) throws -> ChangePage {
    guard (1...1000).contains(query.limit) else {
      throw StoreError.queryTooComplex(limit: 1000, what: "changes on a page, and at least one")
    }
    let latest = try latestRevision()
    let floor = try database.compactedRevision(of: city)
    guard query.after >= floor else { throw StoreError.compacted(floor: floor) }
    guard query.after <= latest else { throw StoreError.revisionAhead(asked: query.after, latest: latest) }
    let end = try lastExamined(after: query.after, latest: latest)
    let view = ChangeView(
      scopeRoots: limits.rootPaths,
      division: try query.division.map { try limits.path(of: $0) }
    )
    let (sql, arguments) = changeStatement(query, view, through: end)
    let rows = try Row.fetchCursor(database.makeStatement(sql: sql), arguments: StatementArguments(arguments))
    var changes: [Change] = []
    while let row = try rows.next() {
      if let change = try change(row, view) { changes.append(change) }
    }
    let progress = changes.count < query.limit ? end : changes.last?.revision ?? end
    return ChangePage(changes: changes, progress: progress, latest: latest)
  }

  private func lastExamined(after revision: Revision, latest: Revision) throws -> Revision {
    let statement = try database.cachedStatement(
      sql: "SELECT revision FROM change WHERE city = ? AND revision > ? ORDER BY revision LIMIT 1 OFFSET ?"
    )
    return try Revision.fetchOne(statement, arguments: [city, revision, examinedLimit - 1]) ?? latest
  }

  private func changeStatement(
    _ query: ChangeQuery,
    _ view: ChangeView,
    through end: Revision
  ) -> (String, [DatabaseValue]) {
    var compiler = SQLCompiler(tables: tables, city: city, scope: limits)
    var sql = Self.changeColumns(includesBefore: query.includesBefore)
    sql += " WHERE c.city = \(compiler.bind(city)) AND c.revision > \(compiler.bind(query.after))"
    sql += " AND c.revision <= \(compiler.bind(end))"
    for kinds in [query.kinds, scope.kinds] {
      if let kinds {
        let marks = kinds.sorted().map { compiler.bind($0) }.joined(separator: ", ")
        sql += " AND c.kind IN (\(marks))"
      }
    }
    let sets = view.requirements
    if !sets.isEmpty {
      let sides = ["c.path_after", "c.path_before"].map { side in
        let all = sets.map { roots in
          "(" + (["0"] + roots.map { "instr(\(side), \(compiler.bind($0)))" }).joined(separator: " OR ") + ")"
        }
        return "(" + all.joined(separator: " AND ") + ")"
      }
      sql += " AND (" + sides.joined(separator: " OR ") + ")"
    }
    sql += " ORDER BY c.revision LIMIT \(query.limit)"
    return (sql, compiler.arguments)
  }

  func history(of record: Record) throws -> [Change] {
    try limits.requireKind(record.kind.name)
    let view = ChangeView(scopeRoots: limits.rootPaths, division: nil)
    var changes: [Change] = []
    var next: Revision? = record.revision
    let statement = try database.cachedStatement(
      sql: Self.changeColumns(includesBefore: true) + " WHERE c.city = ? AND c.revision = ?"
    )
    while let revision = next, let row = try Row.fetchOne(statement, arguments: [city, revision]) {
      if let change = try change(row, view) { changes.append(change) }
      next = row[10]
    }
    return changes.reversed()
  }

  private static func changeColumns(includesBefore: Bool) -> String {
    let before =
      includesBefore
      ? """
      coalesce(c.before, (SELECT p.after FROM change AS p WHERE p.city = c.city AND p.revision = c.previous_revision))
      """
      : "NULL"
    return """
      SELECT c.revision, c.type, c.kind, c.name, c.time, c.actor, c.path_before, c.path_after, \(before), c.after, \
      c.previous_revision FROM change AS c
      """
  }

  private func change(_ row: Row, _ view: ChangeView) throws -> Change? {
    let pathBefore: String? = row[6]
    let pathAfter: String? = row[7]
    guard let stored = ChangeType(rawValue: row[1]),
      let type = view.type(of: stored, before: pathBefore, after: pathAfter)
    else { return nil }
    let wasVisible = view.includes(pathBefore)
    return Change(
      revision: row[0],
      type: type,
      kind: row[2],
      name: row[3],
      time: Instant(microseconds: row[4]),
      actor: row[5],
      division: ChangeView.division(type == .removed ? pathBefore : pathAfter),
      before: wasVisible ? try row.bytes(at: 8) : nil,
      after: type == .removed ? nil : try row.bytes(at: 9)
    )
  }
}
