extension KindTable {
  /// The values of the stored columns in their order; checks names and types.
  func values(_ values: [String: ColumnValue]) throws(StoreError) -> [ColumnValue] {
    var ordered: [ColumnValue] = []
    ordered.reserveCapacity(storedColumns.count)
    var used = 0
    for column in storedColumns {
      guard let value = values[column.name] else {
        ordered.append(.null)
        continue
      }
      used += 1
      ordered.append(try ColumnCheck.value(value, for: column, of: kind))
    }
    if used != values.count {
      try ColumnCheck.names(values, of: kind)
    }
    return ordered
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
