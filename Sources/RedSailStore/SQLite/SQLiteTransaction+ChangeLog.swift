internal import GRDB

extension SQLiteTransaction {
  private static let insertChange = """
    INSERT INTO change (sequence, city, revision, kind, name, type, time, actor, path_before, path_after,
      previous_revision, record, create_time, replaced_time, replaced_delete_time, replaced_purge_time, before, after)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// Writes an entry of the change log; `replaced` is the version before, if the record goes on from one.
  func log(
    _ sequence: Int64,
    _ revision: Revision,
    _ type: ChangeType,
    _ kind: RecordKind,
    _ name: String,
    id: Int64,
    pathBefore: String?,
    pathAfter: String?,
    replaced: Record?,
    before: [UInt8]?,
    after: [UInt8]?
  ) throws {
    try appendEntry {
      var insert = try DirectStatement(Self.insertChange, database)
      insert.bind(sequence)
      insert.bind(city)
      insert.bind(revision)
      insert.bind(kind.name)
      insert.bind(name)
      insert.bind(Int64(type.rawValue))
      insert.bind(time.microseconds)
      insert.bind(actor)
      insert.bind(pathBefore)
      insert.bind(pathAfter)
      insert.bind(replaced?.revision)
      insert.bind(id)
      insert.bind(replaced?.createTime.microseconds)
      insert.bind(replaced?.updateTime.microseconds)
      insert.bind(replaced?.deleteTime?.microseconds)
      insert.bind(replaced?.purgeTime?.microseconds)
      insert.bind(before)
      insert.bind(after)
      try insert.run()
    }
  }

  func define(_ division: DivisionNode) throws {
    var tree = try divisionTree()
    let path = try tree.path(for: division, city: city)
    let old = tree.entries[division.code]
    guard old?.path != path else { return }
    guard limits.includes(path: path), old.map({ limits.includes(path: $0.path) }) ?? true else {
      throw StoreError.outOfScope(kind: "division", name: division.code)
    }
    let statement = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO division (city, code, parent, path) VALUES (?, ?, ?, ?)"
    )
    let moved = old.map { old in tree.entries.filter { $0.value.path.hasPrefix(old.path) } } ?? [:]
    tree.insert(code: division.code, parent: division.parent, path: path)
    try statement.execute(arguments: [city, division.code, division.parent, path])
    try keepVersion(of: division.code, tree)
    for (code, entry) in moved where code != division.code {
      let below = path + entry.path.dropFirst(old?.path.count ?? 0)
      tree.insert(code: code, parent: entry.parent, path: below)
      try statement.execute(arguments: [city, code, entry.parent, below])
      try keepVersion(of: code, tree)
    }
    setDivisions(tree)
    for (code, entry) in moved.sorted(by: { $0.key < $1.key }) {
      try logMove(of: code, pathBefore: entry.path, pathAfter: tree.path(of: code) ?? "")
    }
  }

  /// The tree as it was can be read later. What is defined now counts from the next revision on: the latest one has
  /// been seen without it.
  private func keepVersion(of code: String, _ tree: DivisionTree) throws {
    let entry = tree.entries[code]
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO division_version (city, code, revision, parent, path) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [city, code, latest + 1, entry?.parent, entry?.path])
  }

  /// Tells consumers of both sides about the records of a moved division. The records themselves stay as they are, with
  /// their etags: these entries stand beside their history, not in it.
  private func logMove(of code: String, pathBefore: String, pathAfter: String) throws {
    for table in tables.all {
      let statement = try database.cachedStatement(
        sql: table.select + " WHERE r.city = ? AND r.division = ? ORDER BY r.id"
      )
      for row in try Row.fetchAll(statement, arguments: [city, code]) {
        let record = try row.record(table.kind, city: city)
        let (sequence, revision) = next
        try log(
          sequence,
          revision,
          .updated,
          table.kind,
          record.name,
          id: record.id,
          pathBefore: pathBefore,
          pathAfter: pathAfter,
          replaced: nil,
          before: record.bytes,
          after: record.bytes
        )
      }
    }
  }
}
