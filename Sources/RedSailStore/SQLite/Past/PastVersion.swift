internal import GRDB

/// A version of a record that is no longer the last one, as the entry of the change that replaced it describes it.
struct PastVersion {
  let id: Int64
  /// The revision of the change that replaced it.
  let entry: Revision
  let name: String
  let division: String
  let revision: Revision
  let createTime: Int64
  let updateTime: Int64
  let deleteTime: Int64?
  let purgeTime: Int64?
  /// The values of the stored columns in their order.
  let values: [ColumnValue]

  /// The bytes of the version that the change `c` replaced.
  static let bytes = """
    coalesce(c.before, (SELECT p.after FROM change AS p WHERE p.city = c.city AND p.revision = c.previous_revision))
    """

  private static let select = """
    SELECT c.previous_revision, c.record, c.name, c.path_before, c.create_time, c.replaced_time,
      c.replaced_delete_time, c.replaced_purge_time, \(bytes)
    FROM change AS c WHERE c.city = ? AND c.revision = ?
    """

  /// The last version of a record before a change whose event time is not later than `eventTime`; nil if there was none.
  /// Throws `compacted` if the log does not reach back to it.
  static func last(
    of id: Int64,
    before revision: Revision,
    through eventTime: Instant?,
    in table: KindTable,
    city: String,
    floor: Revision,
    database: Database
  ) throws -> PastVersion? {
    let time = eventTime.flatMap { time in table.eventTimePosition.map { (position: $0, limit: time) } }
    if let time, let first = try firstEvent(of: id, table, at: time.position, database), first > time.limit.microseconds
    {
      return nil
    }
    var entry = revision
    while true {
      var select = try DirectStatement(Self.select, database)
      select.bind(city)
      select.bind(entry)
      defer { select.finish() }
      guard try select.step() else { throw StoreError.compacted(floor: floor) }
      guard let replaced = select.optionalInteger(at: 0) else { return nil }
      let values = try table.values(table.reindex(select.bytes(at: 8) ?? []))
      if let time, let happened = values[time.position].integer, happened > time.limit.microseconds {
        entry = replaced
        continue
      }
      return PastVersion(
        id: select.integer(at: 1),
        entry: entry,
        name: select.text(at: 2),
        division: ChangeView.division(select.text(at: 3)),
        revision: replaced,
        createTime: select.integer(at: 4),
        updateTime: select.integer(at: 5),
        deleteTime: select.optionalInteger(at: 6),
        purgeTime: select.optionalInteger(at: 7),
        values: values
      )
    }
  }

  /// When a record's first version happened, if the log still has it: most records that differ began after the moment,
  /// and need not be followed back. The number of the change that created a record is its id.
  private static func firstEvent(
    of id: Int64,
    _ table: KindTable,
    at position: Int,
    _ database: Database
  ) throws -> Int64? {
    var select = try DirectStatement("SELECT after FROM change WHERE sequence = ?", database)
    select.bind(id)
    defer { select.finish() }
    guard try select.step() else { return nil }
    return try table.values(table.reindex(select.bytes(at: 0) ?? []))[position].integer
  }
}
