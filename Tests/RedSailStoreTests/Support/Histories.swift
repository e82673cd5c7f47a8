internal import RedSailStore

/// Kinds whose bytes tell their columns, as those of the program do, so that the store can go back in their history.
enum Histories {
  /// A demand about a firm.
  static let demand = RecordKind(
    "demand",
    columns: [
      IndexColumn("create_time", .timestamp), IndexColumn("update_time", .timestamp),
      IndexColumn("event_time", .timestamp), IndexColumn("state", .enumeration), IndexColumn("due", .date),
      IndexColumn("begun", .timestamp), IndexColumn("received", .timestamp), IndexColumn("firm", .text),
      IndexColumn("area", .integer, use: .measure),
    ],
    compoundIndexes: [["state", "due"]],
    reportColumns: ["state", "firm", "area"],
    beginColumn: "begun"
  )

  static let firm = RecordKind(
    "firm",
    columns: [IndexColumn("event_time", .timestamp), IndexColumn("state", .enumeration)]
  )

  /// A kind without an event time: names firms.
  static let link = RecordKind("link", columns: [IndexColumn("firm", .text), IndexColumn("state", .enumeration)])

  static let kinds = [demand, firm, link]

  static let schema = StoreSchema(version: 1, kinds: kinds) { _, bytes in try columns(bytes) }

  /// The columns as text: “name=value” in order of the names, numbers bare and texts quoted.
  static func bytes(_ columns: Oracle.Row) -> [UInt8] {
    let parts = columns.sorted { $0.key < $1.key }.map { name, value in
      value.text.map { "\(name)='\($0)" } ?? "\(name)=\(value.integer ?? 0)"
    }
    return Array(parts.joined(separator: ";").utf8)
  }

  static func columns(_ bytes: [UInt8]) throws -> Oracle.Row {
    var columns: Oracle.Row = [:]
    for part in String(decoding: bytes, as: UTF8.self).split(separator: ";") {
      guard let equals = part.firstIndex(of: "=") else { throw Missing(name: "=") }
      let value = part[part.index(after: equals)...]
      if value.first == "'" {
        columns[String(part[..<equals])] = .text(String(value.dropFirst()))
      } else {
        columns[String(part[..<equals])] = Int64(value).map(ColumnValue.integer)
      }
    }
    return columns
  }
}
