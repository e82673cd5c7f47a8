internal import GRDB

extension KindTable {
  /// Appends the values of the stored columns in their order; checks names and types.
  func appendColumns(_ values: [String: ColumnValue], to arguments: inout [DatabaseValue]) throws(StoreError) {
    var used = 0
    for column in storedColumns {
      guard let value = values[column.name] else {
        arguments.append(.null)
        continue
      }
      used += 1
      arguments.append(try ColumnCheck.value(value, for: column, of: kind).databaseValue)
    }
    if used != values.count {
      try ColumnCheck.names(values, of: kind)
    }
  }

  /// Reads which columns clash from SQLite's message “UNIQUE constraint failed: table.column, table.column”.
  func uniqueViolation(_ message: String, name: String) -> StoreError {
    let prefix = "\(table)."
    let columns = message.split(separator: " ").compactMap { word -> String? in
      guard word.hasPrefix(prefix) else { return nil }
      let column = word.dropFirst(prefix.count).prefix { $0 != "," }
      return column == "city" ? nil : String(column)
    }
    if columns == ["name"] || columns == ["id"] { return .alreadyExists(kind: kind.name, name: name) }
    return .notUnique(kind: kind.name, columns: columns.map { $0.hasPrefix("c_") ? String($0.dropFirst(2)) : $0 })
  }
}
