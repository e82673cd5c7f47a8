internal import GRDB

/// A city at a moment of the past, in temporary tables of one connection: only what differs from the present is in them,
/// found kind by kind when a read asks for it.
///
/// What a view of a fixed revision shows never changes, but what differs from the present grows with every write: each read
/// takes in the changes since the last one. A view of the latest revision looks anew at what was changed.
final class PastView {
  /// What a view is asked for by.
  struct Moment: Hashable {
    let city: String
    let asOf: AsOf

    /// Nil: the latest, whichever it is.
    var revision: Revision? { asOf.revision }
  }

  /// A record that may differ, and the change that replaced its version of the moment or a later one.
  private struct Difference {
    let id: Int64
    let entry: Revision
  }

  let moment: Moment
  /// Entries at or below were compacted when the view was made.
  let floor: Revision
  /// The number in the names of the view's tables.
  let slot: Int
  /// The table of the city's divisions.
  private(set) var divisions = "division"
  /// Whether an error has left the tables incomplete.
  private(set) var isBroken = false
  private let database: Database
  /// The last change that was taken in.
  private var seen: Revision
  /// What has been found but is not in the tables yet, by kind.
  private var differences: [String: [Difference]] = [:]
  /// The kinds that were asked for; nil where nothing differs so far.
  private var kinds: [String: PastTable?] = [:]

  init(_ moment: Moment, floor: Revision, slot: Int, database: Database) {
    self.moment = moment
    self.floor = floor
    self.slot = slot
    self.database = database
    seen = moment.revision ?? 0
  }

  /// The revision that is shown.
  var revision: Revision { moment.revision ?? seen }

  /// How many rows differ, as far as they were asked for.
  var count: Int {
    kinds.values.reduce(0) { $0 + ($1?.count ?? 0) }
  }

  /// Removes the tables.
  func drop() throws {
    for table in kinds.values { try table?.drop() }
    kinds = [:]
    try database.execute(sql: "DROP TABLE IF EXISTS temp.\(divisionTable)")
  }

  /// What of a kind differs from the present; nil if nothing does.
  func table(_ kind: KindTable) throws -> PastTable? {
    do {
      let known = kinds[kind.kind.name]
      // Where nothing differed so far, records may have been created since.
      var table = try (known ?? nil) ?? laterRecords(kind)
      if known == nil { try hideWhatBeganLater(kind, &table) }
      let changed = differences.removeValue(forKey: kind.kind.name) ?? []
      if moment.revision != nil {
        for difference in changed { try take(difference, of: kind, &table) }
      } else if let table {
        for difference in changed { try table.reveal(difference.id) }
      }
      let looked = known == nil ? nil : moment.revision == nil ? Set(changed.map(\.id)) : []
      for difference in try laterEvents(kind, among: looked) { try take(difference, of: kind, &table) }
      kinds[kind.kind.name] = .some(table)
      return table
    } catch {
      isBroken = true
      throw error
    }
  }

  /// A table that hides the records that were created after the revision, if there are any.
  private func laterRecords(_ kind: KindTable) throws -> PastTable? {
    guard let end = try end(), try kind.hasRecords(from: end, database) else { return nil }
    return try PastTable(kind, slot: slot, end: end, database: database)
  }

  /// The lowest id that a record created after the revision can have: the number of the first change after it, or of the
  /// next one of all.
  private func end() throws -> Int64? {
    guard let revision = moment.revision else { return nil }
    let statement = try database.cachedStatement(
      sql: """
        SELECT coalesce(
          (SELECT sequence FROM change WHERE city = ? AND revision > ? ORDER BY revision LIMIT 1),
          (SELECT max(sequence) + 1 FROM change))
        """
    )
    return try Int64.fetchOne(statement, arguments: [moment.city, revision])
  }

  /// Hides the row, and keeps the version that stood in its place.
  private func take(_ difference: Difference, of kind: KindTable, _ table: inout PastTable?) throws {
    let past = try table ?? PastTable(kind, slot: slot, end: end(), database: database)
    table = past
    // A record that is hidden has its version, or none: the moment is the same.
    guard try !past.hides(difference.id) else { return }
    try past.hide(difference.id)
    let version = try PastVersion.last(
      of: difference.id,
      before: difference.entry,
      through: moment.asOf.eventTime(of: kind.kind.name),
      in: kind,
      city: moment.city,
      floor: floor,
      database: database
    )
    if let version { try past.insert(version) }
  }

  /// Hides the records that had not begun at the moment, which are most of those that differ.
  private func hideWhatBeganLater(_ kind: KindTable, _ table: inout PastTable?) throws {
    guard let time = moment.asOf.eventTime(of: kind.kind.name), let column = kind.kind.beginColumn else { return }
    let later = """
      SELECT id FROM \(kind.table)
      WHERE city = ? AND \(KindTable.sqlName(column)) > ? AND id < \(try table?.end ?? end() ?? .max)
      """
    let arguments: StatementArguments = [moment.city, time.microseconds]
    guard try Int64.fetchOne(database, sql: later + " LIMIT 1", arguments: arguments) != nil else { return }
    let past = try table ?? PastTable(kind, slot: slot, end: end(), database: database)
    table = past
    try past.hide(later, arguments)
  }

  /// The rows whose last version happened after the moment, of all or of those with these ids.
  private func laterEvents(_ kind: KindTable, among ids: Set<Int64>?) throws -> [Difference] {
    guard let time = moment.asOf.eventTime(of: kind.kind.name), kind.eventTimePosition != nil else { return [] }
    // What began later is hidden already, of all at the first look.
    let column = ids == nil ? kind.kind.beginColumn.map(KindTable.sqlName) : nil
    let begun = column.map { "(+\($0) IS NULL OR +\($0) <= \(time.microseconds)) AND" } ?? ""
    let query =
      "SELECT id, revision FROM \(kind.table) WHERE \(KindTable.sqlName(KindTable.eventTime)) > ? AND \(begun)"
    func find(_ condition: String, bind: (inout DirectStatement) -> Void) throws -> [Difference] {
      var select = try DirectStatement("\(query) \(condition)", database)
      select.bind(time.microseconds)
      bind(&select)
      defer { select.finish() }
      var found: [Difference] = []
      while try select.step() {
        found.append(Difference(id: select.integer(at: 0), entry: select.integer(at: 1)))
      }
      return found
    }
    guard let ids else { return try find("city = ?") { $0.bind(moment.city) } }
    return try ids.flatMap { id in try find("id = ?") { $0.bind(id) } }
  }

  /// Takes in what was written since the last read. Of each record that existed at a fixed revision, the first change
  /// after it is the one that replaced a version of that revision or an earlier one; a view of the latest revision looks
  /// at all that was changed, once it has kinds to keep.
  func advance(through latest: Revision) throws {
    if latest > seen, moment.revision != nil || !kinds.isEmpty {
      // The index on revisions holds all of this.
      var select = try DirectStatement(
        """
        SELECT revision, kind, record FROM change
        WHERE city = ? AND revision > ? AND revision <= ?\(moment.revision == nil ? "" : " AND previous_revision <= ?")
        """,
        database
      )
      select.bind(moment.city)
      select.bind(seen)
      select.bind(latest)
      if let revision = moment.revision { select.bind(revision) }
      defer { select.finish() }
      while try select.step() {
        let kind = select.text(at: 1)
        guard moment.revision != nil || kinds[kind] != nil else { continue }
        differences[kind, default: []].append(Difference(id: select.integer(at: 2), entry: select.integer(at: 0)))
      }
    }
    seen = latest
    try keepDivisions()
  }

  private var divisionTable: String { "division_\(slot)" }

  /// Restores the tree of divisions, once it has changed since the revision.
  private func keepDivisions() throws {
    guard let revision = moment.revision, divisions == "division" else { return }
    let newer = try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM division_version WHERE city = ? AND revision > ?)"
      ),
      arguments: [moment.city, revision]
    )
    guard newer == true else { return }
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.\(divisionTable);
        CREATE TABLE temp.\(divisionTable) (city TEXT, code TEXT, parent TEXT, path TEXT, PRIMARY KEY (city, code));
        CREATE INDEX temp.\(divisionTable)_path ON \(divisionTable) (city, path, code);
        """
    )
    // Beside max(), SQLite takes the other columns from the row with the maximum.
    try database.execute(
      sql: """
        INSERT INTO temp.\(divisionTable) (city, code, parent, path)
        SELECT city, code, parent, path FROM (
          SELECT city, code, parent, path, max(revision) FROM division_version
          WHERE city = ? AND revision <= ? GROUP BY code)
        """,
      arguments: [moment.city, revision]
    )
    divisions = "temp.\(divisionTable)"
  }
}
