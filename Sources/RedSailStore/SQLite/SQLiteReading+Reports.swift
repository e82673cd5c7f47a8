internal import GRDB

extension SQLiteReading {
  func count(_ kind: RecordKind, where filter: RecordFilter) throws -> Int {
    let rows = try aggregate(AggregateQuery(kind, where: filter, measures: [.count]))
    return Int(rows.first?.measures.first?.integer ?? 0)
  }

  func aggregate(_ query: AggregateQuery) throws -> [AggregateRow] {
    let (sql, arguments) = try aggregateStatement(query)
    let statement = try database.makeStatement(sql: sql)
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    var result: [AggregateRow] = []
    while let row = try rows.next() {
      result.append(
        AggregateRow(
          group: query.groups.indices.map { row.columnValue(at: $0) },
          measures: query.measures.indices.map { row.columnValue(at: query.groups.count + $0) }
        )
      )
    }
    return result
  }

  func aggregateStatement(_ query: AggregateQuery) throws(StoreError) -> (sql: String, arguments: [DatabaseValue]) {
    let table = try tables[query.kind]
    var compiler = SQLCompiler(tables: tables, city: city, scope: limits)
    var groups: [String] = []
    for group in query.groups {
      groups.append(try sql(of: group, query.kind, compiler))
    }
    var results = groups
    for measure in query.measures {
      results.append(try sql(of: measure, query.kind, compiler))
    }
    let conditions = try compiler.conditions(query.kind, alias: "r", filter: query.filter, useDivisionIndex: .report)
    var sql = "SELECT \(results.isEmpty ? "1" : results.joined(separator: ", "))"
    sql += " FROM \(table.source(compiler)) WHERE \(conditions)"
    if !groups.isEmpty {
      let numbers = groups.indices.map { String($0 + 1) }.joined(separator: ", ")
      sql += " GROUP BY \(numbers) ORDER BY \(numbers)"
    }
    return (sql, compiler.arguments)
  }

  private func sql(
    of group: AggregateQuery.Grouping,
    _ kind: RecordKind,
    _ compiler: SQLCompiler
  ) throws(StoreError) -> String {
    switch group {
    case .column(let name): return try compiler.column(name, of: kind, alias: "r").sql
    case .month(let name): return try date(name, kind, compiler) + " / 100"
    case .year(let name): return try date(name, kind, compiler) + " / 10000"
    }
  }

  private func date(_ name: String, _ kind: RecordKind, _ compiler: SQLCompiler) throws(StoreError) -> String {
    let column = try compiler.column(name, of: kind, alias: "r")
    guard column.type == .date else {
      throw .unindexableFilter(kind: kind.name, column: name, reason: "only dates have a month and a year")
    }
    return column.sql
  }

  private func sql(
    of measure: AggregateQuery.Measure,
    _ kind: RecordKind,
    _ compiler: SQLCompiler
  ) throws(StoreError) -> String {
    switch measure {
    case .count:
      return "count(*)"
    case .distinct(let name):
      return "count(DISTINCT \(try compiler.column(name, of: kind, alias: "r").sql))"
    case .sum(let name):
      let column = try compiler.column(name, of: kind, alias: "r")
      guard column.type.storage != .text else {
        throw .unindexableFilter(kind: kind.name, column: name, reason: "texts have no sum")
      }
      return "coalesce(sum(\(column.sql)), 0)"
    case .minimum(let name):
      return "min(\(try compiler.column(name, of: kind, alias: "r").sql))"
    case .maximum(let name):
      return "max(\(try compiler.column(name, of: kind, alias: "r").sql))"
    }
  }
}
