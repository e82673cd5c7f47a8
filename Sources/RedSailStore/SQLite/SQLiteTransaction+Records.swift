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
    let blob = record.bytes.databaseValue
    var arguments = [
      sequence.databaseValue, city.databaseValue, name.databaseValue, division.databaseValue,
      revision.databaseValue, time.databaseValue, time.databaseValue,
    ]
    try table.appendColumns(columns, to: &arguments)
    arguments.append(blob)
    try execute(table.insert, arguments, table, name: name)
    try log(
      sequence,
      revision,
      .created,
      kind,
      name,
      pathBefore: nil,
      pathAfter: path,
      previous: nil,
      before: nil,
      after: blob
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
    let blob = changed.bytes.databaseValue
    var arguments = [division.databaseValue, revision.databaseValue, time.databaseValue]
    try table.appendColumns(columns, to: &arguments)
    arguments += [blob, record.id.databaseValue, record.revision.databaseValue]
    try execute(table.update, arguments, table, name: record.name)
    try log(
      sequence,
      revision,
      .updated,
      record.kind,
      record.name,
      pathBefore: pathBefore,
      pathAfter: pathAfter,
      previous: record.revision,
      before: compactedImage(of: record),
      after: blob
    )
    return changed
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
    let blob = marked.bytes.databaseValue
    let arguments = [
      revision.databaseValue, time.databaseValue, deleteTime?.databaseValue ?? .null,
      purgeTime?.databaseValue ?? .null, blob, record.id.databaseValue, record.revision.databaseValue,
    ]
    try execute(table.mark, arguments, table, name: record.name)
    try log(
      sequence,
      revision,
      type,
      record.kind,
      record.name,
      pathBefore: path,
      pathAfter: path,
      previous: record.revision,
      before: compactedImage(of: record),
      after: blob
    )
    return marked
  }

  func purge(_ record: Record) throws {
    let table = try tables[record.kind]
    let path = try visiblePath(of: record)
    let (sequence, revision) = next
    try execute(
      table.delete,
      [record.id.databaseValue, record.revision.databaseValue],
      table,
      name: record.name
    )
    try log(
      sequence,
      revision,
      .removed,
      record.kind,
      record.name,
      pathBefore: path,
      pathAfter: nil,
      previous: record.revision,
      before: compactedImage(of: record),
      after: nil
    )
  }

  /// The image that the log no longer holds for the record's last change.
  private func compactedImage(of record: Record) -> DatabaseValue? {
    record.revision <= state.floors[city] ?? 0 ? record.bytes.databaseValue : nil
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
  private func execute(_ sql: String, _ arguments: [DatabaseValue], _ table: KindTable, name: String) throws {
    do {
      try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
      throw table.uniqueViolation(error.message ?? "", name: name)
    }
    guard database.changesCount == 1 else {
      throw StoreError.staleRecord(kind: table.kind.name, name: name)
    }
  }
}
