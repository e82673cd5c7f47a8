internal import GRDB

/// The table of a kind, and the statements that every use of it shares.
final class KindTable: Sendable {
  let kind: RecordKind
  /// The table's name.
  let table: String
  /// The columns kept in the table: the declared ones without the record's own times.
  let storedColumns: [IndexColumn]
  let select: String
  let selectByID: String
  let selectByName: String
  let insert: String
  /// The division and the stored columns of a row, to compare before an update.
  let selectColumns: String
  let mark: String
  let delete: String

  /// The event clock's column, in kinds that have one.
  static let eventTime = "event_time"
  /// Where it stands among the stored columns.
  let eventTimePosition: Int?
  /// Computes the columns from the bytes.
  let reindex: @Sendable ([UInt8]) throws -> [String: ColumnValue]

  /// What the store itself knows of a version, beside its id.
  static let versionColumns = [
    "name", "division", "revision", "create_time", "update_time", "delete_time", "purge_time",
  ]

  /// What a `Record` is read from, in this order. The bytes come last in the table too, so that reading the columns
  /// before them never follows an overflow chain.
  static let recordColumns =
    (["id"] + versionColumns + ["bytes"]).map { "r.\($0)" }.joined(separator: ", ")

  init(_ kind: RecordKind, reindex: @escaping @Sendable (RecordKind, [UInt8]) throws -> [String: ColumnValue]) {
    self.kind = kind
    table = "record_\(kind.name)"
    storedColumns = kind.columns.filter { Self.builtIn[$0.name] == nil }
    eventTimePosition = storedColumns.firstIndex { $0.name == Self.eventTime && $0.type == .timestamp }
    self.reindex = { try reindex(kind, $0) }
    let names = storedColumns.map { "c_\($0.name)" }
    let own = ["id", "city", "name", "division", "revision", "create_time", "update_time"]
    let all = own + names + ["bytes"]
    select = "SELECT \(Self.recordColumns) FROM \(table) AS r"
    selectByID = select + " WHERE r.id = ?"
    selectByName = select + " WHERE r.city = ? AND r.name = ?"
    insert =
      "INSERT INTO \(table) (\(all.joined(separator: ", "))) VALUES (\(all.map { _ in "?" }.joined(separator: ", ")))"
    selectColumns =
      "SELECT \((["division"] + names).joined(separator: ", ")) FROM \(table) WHERE id = ? AND revision = ?"
    let eventTime = eventTimePosition == nil ? "" : " \(Self.sqlName(Self.eventTime)) = ?,"
    mark =
      "UPDATE \(table) SET revision = ?, update_time = ?, delete_time = ?, purge_time = ?,\(eventTime) bytes = ?"
      + " WHERE id = ? AND revision = ?"
    delete = "DELETE FROM \(table) WHERE id = ? AND revision = ?"
  }

  /// The statement that writes what has changed of a row: revision and update time, the division and stored columns of
  /// the set, the bytes; then id and revision find it.
  func update(_ change: ColumnSet) -> String {
    var columns = ["revision", "update_time"]
    if change.contains(Self.divisionPosition) { columns.append("division") }
    for (position, column) in storedColumns.enumerated() where change.contains(position) {
      columns.append("c_\(column.name)")
    }
    let assignments = (columns + ["bytes"]).map { "\($0) = ?" }.joined(separator: ", ")
    return "UPDATE \(table) SET \(assignments) WHERE id = ? AND revision = ?"
  }

  /// Where the division stands in a set of columns; the stored columns stand at their own positions below.
  static let divisionPosition = StoreSchema.maximumColumns

  /// Columns that every table has, with their types.
  static let builtIn: [String: ColumnType] = [
    "name": .text, "division": .text, "create_time": .timestamp, "update_time": .timestamp,
  ]

  /// Whether a record has this id or a higher one.
  func hasRecords(from id: Int64, _ database: Database) throws -> Bool {
    var select = try DirectStatement("SELECT 1 FROM \(table) WHERE id >= ? LIMIT 1", database)
    select.bind(id)
    defer { select.finish() }
    return try select.step()
  }

  /// The name of the index on a column.
  func index(on column: String) -> String {
    column == "name" || column == "division" ? "\(table)_\(column)" : "\(table)_on_\(column)"
  }

  /// The SQL type of a class of values.
  static func sqlType(_ storage: ColumnType.Storage) -> String {
    switch storage {
    case .integer: "INTEGER"
    case .text: "TEXT"
    case .real: "REAL"
    }
  }

  /// The SQL name of a column.
  static func sqlName(_ column: String) -> String {
    builtIn[column] == nil ? "c_\(column)" : column
  }
}
