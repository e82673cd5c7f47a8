internal import GRDB

extension SQLiteReading {
  func list(_ query: ListQuery) throws -> RecordPage {
    guard (1...ListQuery.maximumPageSize).contains(query.pageSize) else {
      throw StoreError.queryTooComplex(limit: ListQuery.maximumPageSize, what: "records on a page, and at least one")
    }
    let (sql, arguments) = try listStatement(query)
    let past = try past?.table(tables[query.kind])
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
      let record = try past.map { try self.record(row, of: query.kind, $0) } ?? row.record(query.kind, city: city)
      bytes += record.bytes.count
      records.append(record)
      let columns = past == nil ? 9 : 2
      last = query.order.indices.map { row.columnValue(at: columns + $0) }
    }
    return RecordPage(records: records, next: next, revision: try revision())
  }

  /// The record of a row that tells only its id, and whether it is a version of the past.
  private func record(_ row: Row, of kind: RecordKind, _ past: PastTable) throws -> Record {
    let id: Int64 = row[0]
    if row[1] {
      if let version = try past.version(id: id, city: city) { return version }
    } else {
      let statement = try database.cachedStatement(sql: tables[kind].selectByID)
      if let row = try Row.fetchOne(statement, arguments: [id]) { return try row.record(kind, city: city) }
    }
    throw StoreError.damaged(["record \(id) of “\(kind.name)” is in an index but not in its table"])
  }

  /// One more record than the page holds is asked for, to know whether there is a next page.
  func listStatement(_ query: ListQuery) throws -> (sql: String, arguments: [DatabaseValue]) {
    try query.checkOrder()
    var compiler = try compiler(query.kind, [query.filter.predicate], order: query.order.map(\.column))
    let arms = try compiler.arms(of: query.kind)
    if let arm = arms.first, arms.count == 1 {
      return (try pageStatement(query, arm, compiler: &compiler), compiler.arguments)
    }
    // Each arm gives a page in order, from which the page is merged; the bytes are read for its records alone.
    var pages: [String] = []
    for arm in arms {
      let page = try page(query, arm, compiler: &compiler)
      let columns = ["r.id AS id", "\(arm.isPast) AS past"] + page.order.enumerated().map { "\($1) AS o\($0)" }
      pages.append("SELECT * FROM (SELECT \(columns.joined(separator: ", ")) FROM \(page.rest))")
    }
    let direction = query.order.last?.isDescending ?? false ? " DESC" : ""
    let terms = (query.order.indices.map { "o\($0)" } + ["id"]).map { $0 + direction }.joined(separator: ", ")
    return (
      "SELECT * FROM (\(pages.joined(separator: " UNION ALL "))) ORDER BY \(terms) LIMIT \(query.pageSize + 1)",
      compiler.arguments
    )
  }

  private func pageStatement(
    _ query: ListQuery,
    _ arm: KindArm,
    compiler: inout SQLCompiler
  ) throws -> String {
    let page = try page(query, arm, compiler: &compiler)
    let columns = ([KindTable.recordColumns] + page.order).joined(separator: ", ")
    guard compiler.index != nil else { return "SELECT \(columns) FROM \(page.rest)" }
    // What the index finds has to be sorted: only the ids are, and the bytes are read for the page alone.
    return "SELECT \(columns) FROM \(arm.source) AS r WHERE r.id IN (SELECT r.id FROM \(page.rest))"
      + " ORDER BY \(page.terms)"
  }

  /// What follows FROM to read an arm's page, and the columns and terms of its order.
  private func page(
    _ query: ListQuery,
    _ arm: KindArm,
    compiler: inout SQLCompiler
  ) throws -> (rest: String, order: [String], terms: String) {
    compiler.beginArm()
    let index = try arm.isPast ? nil : selectiveColumn(query)
    var order: [String] = []
    for term in query.order {
      order.append(try compiler.column(term.column, of: query.kind, alias: "r").sql)
    }
    var conditions = try compiler.conditions(
      arm,
      alias: "r",
      filter: query.filter,
      useDivisionIndex: index == "division" ? .always : .never
    )
    let isDescending = query.order.last?.isDescending ?? false
    if let index { compiler.useIndex(on: index) }
    if let cursor = query.cursor {
      conditions += " AND " + Self.after(cursor, order, isDescending: isDescending, compiler: &compiler)
    }
    let direction = isDescending ? " DESC" : ""
    let terms = (order + ["r.id"]).map { $0 + direction }.joined(separator: ", ")
    let rest = "\(compiler.source(arm)) WHERE \(conditions) ORDER BY \(terms) LIMIT \(query.pageSize + 1)"
    return (rest, order, terms)
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
