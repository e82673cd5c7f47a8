/// Checks values and columns against a kind's declaration; shared by all backends.
enum ColumnCheck {
  /// The value, if the column can hold it.
  static func value(_ value: ColumnValue, for column: IndexColumn, of kind: RecordKind) throws(StoreError)
    -> ColumnValue
  {
    guard value.fits(column.type) else {
      throw .typeMismatch(kind: kind.name, column: column.name, expected: column.type, found: value)
    }
    if case .text(let text) = value {
      try requireText(text, "column “\(column.name)” of “\(kind.name)”")
    }
    return value
  }

  /// Refuses columns that the kind does not declare.
  static func names(_ columns: [String: ColumnValue], of kind: RecordKind) throws(StoreError) {
    for name in columns.keys where kind.column(named: name) == nil {
      throw unknown(name, of: kind)
    }
  }

  /// U+0000 ends a text in some backends.
  static func requireText(_ text: String, _ what: @autoclosure () -> String) throws(StoreError) {
    if text.utf8.contains(0) { throw .invalidText(what: what()) }
  }

  static func unknown(_ column: String, of kind: RecordKind) -> StoreError {
    .unknownColumn(kind: kind.name, column: column, known: kind.columns.map(\.name))
  }
}
