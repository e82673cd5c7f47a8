internal import RedSailStore

/// The kinds and divisions that the tests use.
enum Fixture {
  static let city = "370800"

  static let ticket = RecordKind(
    "ticket",
    columns: [
      IndexColumn("state", .enumeration),
      IndexColumn("priority", .integer),
      IndexColumn("title", .text, field: "content.title"),
      IndexColumn("score", .real),
      IndexColumn("urgent", .boolean),
      IndexColumn("due_time", .timestamp),
      IndexColumn("event_date", .date),
      IndexColumn("area", .integer, use: .measure),
      IndexColumn("create_time", .timestamp),
    ],
    compoundIndexes: [["state", "due_time"]],
    reportColumns: ["urgent", "area"]
  )

  static let firm = RecordKind("firm", columns: [IndexColumn("credit_code", .text, use: .unique)])

  static let organisation = RecordKind(
    "organisation",
    columns: [
      IndexColumn("firm", .text), IndexColumn("valid_from", .date), IndexColumn("valid_through", .date),
    ]
  )

  static let instructor = RecordKind(
    "instructor",
    columns: [
      IndexColumn("firm", .text), IndexColumn("valid_from", .date), IndexColumn("valid_through", .date),
    ]
  )

  static let schema = StoreSchema(version: 1, kinds: [ticket, firm, organisation, instructor]) { _, _ in [:] }

  /// The city, two counties with two streets each, and two communities in each street.
  static let divisions: [DivisionNode] = {
    var nodes = [DivisionNode(code: city, parent: nil)]
    for county in ["A", "B"] {
      nodes.append(DivisionNode(code: county, parent: city))
      for street in ["1", "2"].map({ county + $0 }) {
        nodes.append(DivisionNode(code: street, parent: county))
        nodes += ["x", "y"].map { DivisionNode(code: street + $0, parent: street) }
      }
    }
    return nodes
  }()

  static let write = WriteContext(city: city, scope: .all, actor: "agency/test")
  static let read = ReadContext(city: city, scope: .all)

  static func read(_ divisions: String...) -> ReadContext {
    ReadContext(city: city, scope: Scope(divisions: [city: Set(divisions)]))
  }

  static func write(_ divisions: String...) -> WriteContext {
    WriteContext(city: city, scope: Scope(divisions: [city: Set(divisions)]), actor: "agency/test")
  }

  static func name(_ id: some CustomStringConvertible) -> String {
    "cities/\(city)/tickets/\(id)"
  }
}

extension Store {
  /// Defines the fixture's divisions.
  func defineDivisions() async throws {
    try await write(Fixture.write) { transaction in
      for division in Fixture.divisions { try transaction.define(division) }
    }
  }

  /// Creates a ticket whose bytes are its own text.
  @discardableResult
  func createTicket(
    _ id: some CustomStringConvertible & Sendable,
    division: String = "",
    _ columns: [String: ColumnValue] = [:],
    _ context: WriteContext = Fixture.write
  ) async throws -> Record {
    try await write(context) { transaction in
      try transaction.create(
        Fixture.ticket,
        name: Fixture.name(id),
        division: division,
        columns: columns
      ) { stamp in Array("\(id)@\(stamp.revision)".utf8) }
    }
  }

  /// Changes a ticket's division and columns.
  @discardableResult
  func updateTicket(
    _ id: some CustomStringConvertible & Sendable,
    division: String = "",
    _ columns: [String: ColumnValue] = [:],
    _ context: WriteContext = Fixture.write
  ) async throws -> Record {
    try await write(context) { transaction in
      let record = try transaction.existing(Fixture.ticket, Fixture.name(id))
      return try transaction.update(record, division: division, columns: columns) { stamp in
        Array("\(id)@\(stamp.revision)".utf8)
      }
    }
  }

  func ticket(_ id: some CustomStringConvertible, _ context: ReadContext = Fixture.read) async throws -> Record? {
    try await record(Fixture.ticket, named: Fixture.name(id), context)
  }

  /// The last parts of the names that match.
  func ids(
    _ filter: RecordFilter = RecordFilter(),
    _ context: ReadContext = Fixture.read,
    order: [Ordering] = []
  ) async throws -> [String] {
    let page = try await list(
      ListQuery(Fixture.ticket, where: filter, order: order, pageSize: 1000),
      context
    )
    return page.records.map(\.lastPart)
  }
}

/// The record that a test counts on is not there.
struct Missing: Error {
  let name: String
}

extension StoreTransaction {
  func existing(_ kind: RecordKind, _ name: String) throws -> Record {
    guard let record = try record(kind, named: name) else { throw Missing(name: name) }
    return record
  }
}

extension Record {
  /// The last part of the name.
  var lastPart: String {
    String(name.split(separator: "/").last ?? "")
  }

  var text: String {
    String(decoding: bytes, as: UTF8.self)
  }
}
