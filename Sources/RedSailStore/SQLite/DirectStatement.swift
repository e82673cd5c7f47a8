internal import GRDB
internal import GRDBSQLite

/// A cached statement that is bound and stepped without GRDB's boxes for values and rows: what every write and every
/// point read runs on. Of GRDB it bypasses the observation of changes, which the store does not use.
///
/// The one place of the store that works with SQLite's pointers. Values are bound in order, and the columns of a row are
/// read before the next step.
struct DirectStatement {
  private let statement: Statement
  private let handle: OpaquePointer
  private let database: Database
  private var bound: Int32 = 0

  /// What SQLite copies while it is bound.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ sql: String, _ database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    self.database = database
    sqlite3_reset(handle)
  }

  mutating func bind(_ number: Int64) {
    bound += 1
    sqlite3_bind_int64(handle, bound, number)
  }

  mutating func bind(_ number: Int64?) {
    if let number { bind(number) } else { bindNull() }
  }

  mutating func bind(_ text: String) {
    bound += 1
    var text = text
    text.withUTF8 { utf8 in
      // An empty text has no address, and SQLite would take it for NULL.
      let start = utf8.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
      if let start {
        sqlite3_bind_text(handle, bound, start, Int32(utf8.count), Self.transient)
      } else {
        sqlite3_bind_text(handle, bound, "", 0, Self.transient)
      }
    }
  }

  mutating func bind(_ text: String?) {
    if let text { bind(text) } else { bindNull() }
  }

  mutating func bind(_ bytes: [UInt8]) {
    bound += 1
    bytes.withUnsafeBytes { bytes in
      // Without an address SQLite would take it for NULL.
      guard let start = bytes.baseAddress else {
        sqlite3_bind_zeroblob(handle, bound, 0)
        return
      }
      sqlite3_bind_blob(handle, bound, start, Int32(bytes.count), Self.transient)
    }
  }

  mutating func bind(_ bytes: [UInt8]?) {
    if let bytes { bind(bytes) } else { bindNull() }
  }

  mutating func bind(_ value: ColumnValue) {
    switch value {
    case .null: bindNull()
    case .integer(let number): bind(number)
    case .text(let text): bind(text)
    case .real(let number):
      bound += 1
      sqlite3_bind_double(handle, bound, number)
    }
  }

  private mutating func bindNull() {
    bound += 1
    sqlite3_bind_null(handle, bound)
  }

  /// Runs a statement that gives no rows.
  func run() throws {
    defer { finish() }
    while try step() {}
  }

  /// Whether there is a row, or another one. After the last one wanted comes `finish`.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)),
        message: database.lastErrorMessage,
        sql: statement.sql
      )
    }
  }

  /// Ends the reading of rows.
  func finish() {
    sqlite3_reset(handle)
  }

  func isNull(at index: Int32) -> Bool {
    sqlite3_column_type(handle, index) == SQLITE_NULL
  }

  func integer(at index: Int32) -> Int64 {
    sqlite3_column_int64(handle, index)
  }

  func optionalInteger(at index: Int32) -> Int64? {
    isNull(at: index) ? nil : integer(at: index)
  }

  func text(at index: Int32) -> String {
    guard let start = sqlite3_column_text(handle, index) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, index))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func bytes(at index: Int32) -> [UInt8]? {
    guard !isNull(at: index) else { return nil }
    guard let start = sqlite3_column_blob(handle, index) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
  }

  /// A record from the columns of `KindTable.recordColumns`; its name is known.
  func record(_ kind: RecordKind, name: String, city: String) -> Record {
    Record(
      kind: kind,
      id: integer(at: 0),
      name: name,
      city: city,
      division: text(at: 2),
      revision: integer(at: 3),
      createTime: Instant(microseconds: integer(at: 4)),
      updateTime: Instant(microseconds: integer(at: 5)),
      deleteTime: optionalInteger(at: 6).map(Instant.init(microseconds:)),
      purgeTime: optionalInteger(at: 7).map(Instant.init(microseconds:)),
      bytes: bytes(at: 8) ?? []
    )
  }

  /// Whether a column of the row holds this value.
  func holds(_ value: ColumnValue, at index: Int32) -> Bool {
    switch (value, sqlite3_column_type(handle, index)) {
    case (.null, SQLITE_NULL): return true
    case (.integer(let number), SQLITE_INTEGER): return sqlite3_column_int64(handle, index) == number
    case (.real(let number), SQLITE_FLOAT): return sqlite3_column_double(handle, index) == number
    case (.text(let text), SQLITE_TEXT): return holds(text, at: index)
    default: return false
    }
  }

  /// Whether a column of the row holds this text, byte for byte.
  func holds(_ text: String, at index: Int32) -> Bool {
    guard let start = sqlite3_column_text(handle, index) else { return false }
    let count = Int(sqlite3_column_bytes(handle, index))
    return UnsafeBufferPointer(start: start, count: count).elementsEqual(text.utf8)
  }
}
