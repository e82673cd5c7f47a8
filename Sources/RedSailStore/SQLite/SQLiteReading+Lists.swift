internal import GRDB

extension SQLiteReading {
  func list(_ query: ListQuery) throws -> RecordPage {
    guard (1...ListQuery.maximumPageSize).contains(query.pageSize) else {
      throw StoreError.queryTooComplex(limit: ListQuery.maximumPageSize, what: "records on a page, and at least one")
    }
    let (sql, arguments) = try listStatement(query)
    let statement = try database.makeStatement(sql: sql)
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    var records: [Record] = []
    var next: PageCursor?
    var last: [ColumnValue] = []
    var bytes = 0
    while let row = try rows.next() {
      guard records.count < query.pageSize, bytes < query.maximumBytes else {
        next = records.last.map { PageCursor(values: last, id: $0.id) }
        break
      }
      let record = try row.record(query.kind, city: city)
      bytes += record.bytes.count
      records.append(record)
      last = query.order.indices.map { row.columnValue(at: 9 + $0) }
    }
    return RecordPage(records: records, next: next, revision: try revision())
  }

  /// One more record than the page holds is asked for, to know whether there is a next page.
  func listStatement(_ query: ListQuery) throws(StoreError) -> (sql: String, arguments: [DatabaseValue]) {
    let table = try tables[query.kind]
    try query.checkOrder()
    var compiler = SQLCompiler(tables: tables, city: city, scope: limits)
    var order: [String] = []
    for term in query.order {
      order.append(try compiler.column(term.column, of: query.kind, alias: "r").sql)
    }
    var conditions = try compiler.conditions(query.kind, alias: "r", filter: query.filter, useDivisionIndex: .page)
    let isDescending = query.order.last?.isDescending ?? false
    if let cursor = query.cursor {
      conditions += " AND " + Self.after(cursor, order, isDescending: isDescending, compiler: &compiler)
    }
    let direction = isDescending ? " DESC" : ""
    let terms = (order + ["r.id"]).map { $0 + direction }.joined(separator: ", ")
    let columns = ([KindTable.recordColumns] + order).joined(separator: ", ")
    let rest = " WHERE \(conditions) ORDER BY \(terms) LIMIT \(query.pageSize + 1)"
    if compiler.usesDivisionIndex {
      // The subtree has to be sorted: only its ids are, and the bytes are read for the page alone.
      let ids = "SELECT r.id FROM \(table.source(compiler))\(rest)"
      return ("SELECT \(columns) FROM \(table.table) AS r WHERE r.id IN (\(ids)) ORDER BY \(terms)", compiler.arguments)
    }
    return ("SELECT \(columns) FROM \(table.source(compiler))\(rest)", compiler.arguments)
  }

  /// That a record comes after the cursor: on its own for the first column, so that the index is entered there, then
  /// term by term. Unset values come first when ascending.
  private static func after(
    _ cursor: PageCursor,
    _ columns: [String],
    isDescending: Bool,
    compiler: inout SQLCompiler
  ) -> String {
    let beyond = isDescending ? "<" : ">"
    var text = ""
    if let column = columns.first, let value = cursor.values.first, value != .null, !isDescending {
      text = "\(column) >= \(compiler.bind(value.databaseValue)) AND "
    } else if let column = columns.first, let value = cursor.values.first, isDescending {
      text =
        value == .null
        ? "\(column) IS NULL AND "
        : "(\(column) <= \(compiler.bind(value.databaseValue)) OR \(column) IS NULL) AND "
    }
    for (column, value) in zip(columns, cursor.values) {
      let strict =
        switch (value, isDescending) {
        case (.null, false): "\(column) IS NOT NULL"
        case (.null, true): "0"
        case (_, false): "\(column) > \(compiler.bind(value.databaseValue))"
        case (_, true): "(\(column) < \(compiler.bind(value.databaseValue)) OR \(column) IS NULL)"
        }
      text += "(\(strict) OR (\(column) IS \(compiler.bind(value.databaseValue)) AND "
    }
    text += "r.id \(beyond) \(compiler.bind(cursor.id))"
    return text + String(repeating: "))", count: columns.count)
  }
}
