internal import GRDB

extension SQLiteReading {
  /// The most rows that a condition may leave to be sorted for a page. Measured on 51,000 tickets: sorting so many takes
  /// 10 ms, and where more match, a page of 500 in order takes no longer.
  private var sortedLimit: Int { 8_000 }

  /// The same for a subtree: its records lie evenly in every order, so that a page in order is found sooner.
  private var sortedSubtreeLimit: Int { 2_000 }

  /// What the index is on that finds a page better than the index of its order: the column, or the division, whose
  /// condition leaves the fewest rows, if these are few enough to be sorted; nil if there is none.
  ///
  /// In order, a page is found at once if many rows match, and after all others if few do or those that do come last
  /// (open demands by their due date). SQLite cannot tell without statistics, which would have to be kept; counting
  /// an index's entries up to the limit takes below a millisecond.
  func selectiveColumn(_ query: ListQuery) throws -> String? {
    let level = try limits.level(of: query.filter.division)
    // A street or community has few records.
    if level > 2 { return "division" }
    let order = query.order.map(\.column)
    var best: (column: String, count: Int)?
    func consider(
      _ column: String,
      limit: Int,
      condition: (inout SQLCompiler) throws -> [String]
    ) throws {
      let limit = min(limit, best.map { $0.count - 1 } ?? limit)
      let count = try count(query.kind, on: column, limit: limit, condition: condition)
      if count <= limit { best = (column, count) }
    }
    for (column, parts) in query.filter.predicate.conditionsByColumn.sorted(by: { $0.key < $1.key })
    where column != order.first && !query.kind.ordersWithin(column, by: order)
      && query.kind.column(named: column).map({ $0.use != .measure }) == true
    {
      try consider(column, limit: sortedLimit) { [try $0.condition(.and(parts), query.kind, alias: "r")] }
    }
    if level == 2 {
      try consider("division", limit: sortedSubtreeLimit) { compiler in
        try limits.conditions(alias: "r", division: query.filter.division, use: .always, compiler: &compiler)
      }
    }
    return best?.column
  }

  /// How many rows an index finds, up to one more than the limit.
  private func count(
    _ kind: RecordKind,
    on column: String,
    limit: Int,
    condition: (inout SQLCompiler) throws -> [String]
  ) throws -> Int {
    var compiler = SQLCompiler(tables: tables, city: city, scope: limits, divisions: past?.divisions ?? "division")
    let table = try tables[kind]
    let city = compiler.bind(city)
    let conditions = try condition(&compiler).joined(separator: " AND ")
    let statement = try database.makeStatement(
      sql: """
        SELECT count(*) FROM (
          SELECT 1 FROM \(table.table) AS r INDEXED BY \(table.index(on: column))
          WHERE r.city = \(city) AND \(conditions) LIMIT \(compiler.bind(limit + 1)))
        """
    )
    return try Int.fetchOne(statement, arguments: StatementArguments(compiler.arguments)) ?? 0
  }
}

extension RecordKind {
  /// Whether a compound index yields the records of one value of the column in this order: nothing finds them sooner.
  fileprivate func ordersWithin(_ column: String, by order: [String]) -> Bool {
    !order.isEmpty && compoundIndexes.contains { $0.starts(with: [column] + order) }
  }
}

extension Predicate {
  /// The conditions that all must hold and that an index can find, by column.
  fileprivate var conditionsByColumn: [String: [Predicate]] {
    switch self {
    case .and(let parts):
      parts.reduce(into: [:]) { $0.merge($1.conditionsByColumn) { $0 + $1 } }
    case .compare(let column, let comparison, _): comparison == .notEqual ? [:] : [column: [self]]
    case .isIn(let column, _), .hasPrefix(let column, _), .isUnset(let column): [column: [self]]
    case .all, .or, .not, .exists: [:]
    }
  }
}
