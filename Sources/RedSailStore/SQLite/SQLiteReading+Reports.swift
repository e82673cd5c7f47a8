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

  /// One SELECT; over several arms, of which each gives its groups and inputs, an outer one.
  func aggregateStatement(_ query: AggregateQuery) throws -> (sql: String, arguments: [DatabaseValue]) {
    var compiler = try compiler(
      query.kind,
      [query.filter.predicate] + query.measures.compactMap(\.predicate)
    )
    let arms = try compiler.arms(of: query.kind)
    let isCompound = arms.count > 1
    var selects: [String] = []
    for arm in arms {
      selects.append(try select(query, arm, isInput: isCompound, compiler: &compiler))
    }
    var sql = selects.joined(separator: " UNION ALL ")
    if isCompound {
      let groups = query.groups.indices.map { "k\($0)" }
      let measures = query.measures.enumerated().map { SQLCompiler.measure($1, of: "m\($0)") }
      sql = "SELECT \((groups + measures).joined(separator: ", ").orOne) FROM (\(sql))"
    }
    if !query.groups.isEmpty {
      let numbers = query.groups.indices.map { String($0 + 1) }.joined(separator: ", ")
      sql += " GROUP BY \(numbers) ORDER BY \(numbers)"
    }
    return (sql, compiler.arguments)
  }

  /// The groups and measures of one arm, or the inputs of the measures. Values are bound in the order of the text.
  private func select(
    _ query: AggregateQuery,
    _ arm: KindArm,
    isInput: Bool,
    compiler: inout SQLCompiler
  ) throws(StoreError) -> String {
    compiler.beginArm()
    var inputs: [String] = []
    for measure in query.measures {
      let input = try compiler.input(measure, query.kind)
      inputs.append(isInput ? input : SQLCompiler.measure(measure, of: input))
    }
    var groups: [String] = []
    var joins = ""
    for (number, grouping) in query.groups.enumerated() {
      let group = try compiler.group(grouping, query.kind, number: number)
      groups.append(group.expression)
      joins += group.join
    }
    let conditions = try compiler.conditions(arm, alias: "r", filter: query.filter, useDivisionIndex: .report)
    if compiler.index == nil, !arm.isPast, query.columns.isSubset(of: query.kind.reportColumns + ["division"]) {
      compiler.useIndex(on: "division")
    }
    let named =
      isInput
      ? groups.enumerated().map { "\($1) AS k\($0)" } + inputs.enumerated().map { "\($1) AS m\($0)" }
      : groups + inputs
    return "SELECT \(named.joined(separator: ", ").orOne) FROM \(compiler.source(arm))\(joins) WHERE \(conditions)"
  }
}

extension AggregateQuery.Measure {
  /// The condition, if it has one.
  fileprivate var predicate: Predicate? {
    switch self {
    case .matching(let predicate, let inner): inner.predicate.map { .and([predicate, $0]) } ?? predicate
    case .count, .distinct, .sum, .minimum, .maximum: nil
    }
  }
}

extension String {
  /// A list of results must not be empty.
  fileprivate var orOne: String { isEmpty ? "1" : self }
}
