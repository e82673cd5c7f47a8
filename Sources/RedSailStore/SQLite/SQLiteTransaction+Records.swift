internal import GRDB

extension SQLiteTransaction {
  func create(
    _ kind: RecordKind,
    name: String,
    division: String,
    columns: [String: ColumnValue],
    bytes: (RecordStamp) throws -> [UInt8]
  ) throws -> Record {
    let table = try tables[kind]
    try ColumnCheck.requireText(name, "the name of a \(kind.name)")
    let path = try visiblePath(of: division, kind: kind, name: name)
    let (sequence, revision) = next
    let stamp = RecordStamp(
      revision: revision,
      createTime: time,
      updateTime: time,
      deleteTime: nil,
      purgeTime: nil
    )
    let record = Record(
      kind: kind,
      id: sequence,
      name: name,
      city: city,
      division: division,
      stamp: stamp,
      bytes: try bytes(stamp)
    )
    let values = try table.values(columns)
    var insert = try DirectStatement(table.insert, database)
    insert.bind(sequence)
    insert.bind(city)
    insert.bind(name)
    insert.bind(division)
    insert.bind(revision)
    insert.bind(time.microseconds)
    insert.bind(time.microseconds)
    for value in values { insert.bind(value) }
    insert.bind(record.bytes)
    try run(insert, table, name: name)
    try log(
      sequence,
      revision,
      .created,
      kind,
      name,
      id: sequence,
      pathBefore: nil,
      pathAfter: path,
      replaced: nil,
      before: nil,
      after: record.bytes
    )
    return record
  }

  func update(
    _ record: Record,
    division: String,
    columns: [String: ColumnValue],
    bytes: (RecordStamp) throws -> [UInt8]
  ) throws -> Record {
    let table = try tables[record.kind]
    let pathBefore = try visiblePath(of: record)
    let pathAfter = try visiblePath(of: division, kind: record.kind, name: record.name)
    let (sequence, revision) = next
    let stamp = RecordStamp(
      revision: revision,
      createTime: record.createTime,
      updateTime: time,
      deleteTime: record.deleteTime,
      purgeTime: record.purgeTime
    )
    let changed = Record(
      kind: record.kind,
      id: record.id,
      name: record.name,
      city: city,
      division: division,
      stamp: stamp,
      bytes: try bytes(stamp)
    )
    let values = try table.values(columns)
    let change = try self.change(of: record, table, division: division, values)
    var update = try DirectStatement(state.updates.sql(table, change), database)
    update.bind(revision)
    update.bind(time.microseconds)
    if change.contains(KindTable.divisionPosition) { update.bind(division) }
    for (position, value) in values.enumerated() where change.contains(position) { update.bind(value) }
    update.bind(changed.bytes)
    update.bind(record.id)
    update.bind(record.revision)
    try run(update, table, name: record.name)
    try log(
      sequence,
      revision,
      .updated,
      record.kind,
      record.name,
      id: record.id,
      pathBefore: pathBefore,
      pathAfter: pathAfter,
      replaced: record,
      before: compactedImage(of: record),
      after: changed.bytes
    )
    return changed
  }

  /// What differs from the stored row: only that is written, so that the indexes on all else stay untouched.
  private func change(
    of record: Record,
    _ table: KindTable,
    division: String,
    _ values: [ColumnValue]
  ) throws -> ColumnSet {
    var select = try DirectStatement(table.selectColumns, database)
    select.bind(record.id)
    select.bind(record.revision)
    defer { select.finish() }
    guard try select.step() else { throw StoreError.staleRecord(kind: record.kind.name, name: record.name) }
    var change = ColumnSet()
    if !select.holds(division, at: 0) { change.insert(KindTable.divisionPosition) }
    for (position, value) in values.enumerated() where !select.holds(value, at: Int32(position) + 1) {
      change.insert(position)
    }
    return change
  }

  func delete(_ record: Record, purgeTime: Instant, bytes: (RecordStamp) throws -> [UInt8]) throws -> Record {
    try mark(record, .deleted, deleteTime: time, purgeTime: purgeTime, bytes: bytes)
  }

  func undelete(_ record: Record, bytes: (RecordStamp) throws -> [UInt8]) throws -> Record {
    try mark(record, .undeleted, deleteTime: nil, purgeTime: nil, bytes: bytes)
  }

  private func mark(
    _ record: Record,
    _ type: ChangeType,
    deleteTime: Instant?,
    purgeTime: Instant?,
    bytes: (RecordStamp) throws -> [UInt8]
  ) throws -> Record {
    let table = try tables[record.kind]
    let path = try visiblePath(of: record)
    let (sequence, revision) = next
    let stamp = RecordStamp(
      revision: revision,
      createTime: record.createTime,
      updateTime: time,
      deleteTime: deleteTime,
      purgeTime: purgeTime
    )
    let marked = Record(
      kind: record.kind,
      id: record.id,
      name: record.name,
      city: city,
      division: record.division,
      stamp: stamp,
      bytes: try bytes(stamp)
    )
    var mark = try DirectStatement(table.mark, database)
    mark.bind(revision)
    mark.bind(time.microseconds)
    mark.bind(deleteTime?.microseconds)
    mark.bind(purgeTime?.microseconds)
    if let position = table.eventTimePosition { mark.bind(try table.values(table.reindex(marked.bytes))[position]) }
    mark.bind(marked.bytes)
    mark.bind(record.id)
    mark.bind(record.revision)
    try run(mark, table, name: record.name)
    try log(
      sequence,
      revision,
      type,
      record.kind,
      record.name,
      id: record.id,
      pathBefore: path,
      pathAfter: path,
      replaced: record,
      before: compactedImage(of: record),
      after: marked.bytes
    )
    return marked
  }

  func purge(_ record: Record) throws {
    let table = try tables[record.kind]
    let path = try visiblePath(of: record)
    let (sequence, revision) = next
    var delete = try DirectStatement(table.delete, database)
    delete.bind(record.id)
    delete.bind(record.revision)
    try run(delete, table, name: record.name)
    try log(
      sequence,
      revision,
      .removed,
      record.kind,
      record.name,
      id: record.id,
      pathBefore: path,
      pathAfter: nil,
      replaced: record,
      before: compactedImage(of: record),
      after: nil
    )
  }

  /// The image that the log no longer holds for the record's last change.
  private func compactedImage(of record: Record) -> [UInt8]? {
    record.revision <= state.floors[city] ?? 0 ? record.bytes : nil
  }

  private func visiblePath(of record: Record) throws -> String {
    guard record.city == city else { throw StoreError.staleRecord(kind: record.kind.name, name: record.name) }
    return try visiblePath(of: record.division, kind: record.kind, name: record.name)
  }

  private func visiblePath(of division: String, kind: RecordKind, name: String) throws -> String {
    guard let path = try divisionTree().path(of: division) else {
      throw StoreError.unknownDivision(city: city, code: division)
    }
    guard limits.includes(kind: kind.name), limits.includes(path: path) else {
      throw StoreError.outOfScope(kind: kind.name, name: name)
    }
    return path
  }

  /// Runs a write of one row and names what went wrong.
  private func run(_ statement: DirectStatement, _ table: KindTable, name: String) throws {
    do {
      try statement.run()
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
      throw table.uniqueViolation(error.message ?? "", name: name)
    }
    guard database.changesCount == 1 else {
      throw StoreError.staleRecord(kind: table.kind.name, name: name)
    }
  }
}
