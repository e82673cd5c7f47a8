extension SQLCompiler {
  /// What a grouping groups by: an expression, and the join that it needs.
  struct GroupSQL {
    let expression: String
    var join = ""
  }

  /// The expression of a grouping; `number` tells its join from those of others.
  mutating func group(
    _ grouping: AggregateQuery.Grouping,
    _ kind: RecordKind,
    number: Int
  ) throws(StoreError) -> GroupSQL {
    switch grouping {
    case .column(let name): return GroupSQL(expression: try column(name, of: kind, alias: "r").sql)
    case .day(let name): return GroupSQL(expression: try date(name, kind))
    case .month(let name): return GroupSQL(expression: "\(try date(name, kind)) / 100")
    case .quarter(let name):
      let date = try date(name, kind)
      return GroupSQL(expression: "\(date) / 10000 * 10 + (\(date) / 100 % 100 + 2) / 3")
    case .year(let name): return GroupSQL(expression: "\(try date(name, kind)) / 10000")
    case .subtree(let codes):
      let join = try subtrees(codes, alias: "g\(number)")
      return GroupSQL(expression: "g\(number).root", join: join)
    }
  }

  /// Joins each division with the deepest root above it. The roots drive: each finds its subtree by the index on paths.
  private mutating func subtrees(_ codes: Set<String>, alias: String) throws(StoreError) -> String {
    guard codes.count <= AggregateQuery.Grouping.maximumSubtrees else {
      throw .queryTooComplex(limit: AggregateQuery.Grouping.maximumSubtrees, what: "divisions to group by")
    }
    // Codes that are defined have no character that JSON would have to escape.
    for code in codes { _ = try scope.path(of: code) }
    let list = "[" + codes.sorted().map { "\"\($0)\"" }.joined(separator: ",") + "]"
    // Of a group's columns beside max(), SQLite takes the values of the row with the maximum.
    return """
       LEFT JOIN (
        SELECT d.code AS code, t.code AS root, max(length(t.path))
        FROM \(divisions) AS t CROSS JOIN \(divisions) AS d
        WHERE t.city = \(bind(city)) AND t.code IN (SELECT value FROM json_each(\(bind(list)))) AND d.city = t.city
          AND d.path >= t.path AND d.path < substr(t.path, 1, length(t.path) - 1) || '0'
        GROUP BY d.code
      ) AS \(alias) ON \(alias).code = r.division
      """
  }

  /// A column's civil date as yyyymmdd.
  private func date(_ name: String, _ kind: RecordKind) throws(StoreError) -> String {
    let column = try column(name, of: kind, alias: "r")
    switch column.type {
    case .date: return column.sql
    case .timestamp:
      // From 0001-01-01 on, so that the division never rounds up.
      let seconds = "(\(column.sql) + 62135625600000000) / 1000000 - 62135596800"
      return "CAST(strftime('%Y%m%d', \(seconds), 'unixepoch') AS INTEGER)"
    default:
      throw .unindexableFilter(
        kind: kind.name,
        column: name,
        reason: "only dates and timestamps have days, months, quarters and years"
      )
    }
  }

  /// What a measure takes of each row; NULL where the row does not count.
  mutating func input(
    _ measure: AggregateQuery.Measure,
    _ kind: RecordKind,
    where conditions: [String] = []
  ) throws(StoreError) -> String {
    let value: String
    switch measure {
    case .count: value = "1"
    case .distinct(let name), .minimum(let name), .maximum(let name):
      value = try column(name, of: kind, alias: "r").sql
    case .sum(let name):
      let column = try column(name, of: kind, alias: "r")
      guard column.type.storage != .text else {
        throw .unindexableFilter(kind: kind.name, column: name, reason: "texts have no sum")
      }
      value = column.sql
    case .matching(let predicate, let inner):
      return try input(inner, kind, where: conditions + [condition(predicate, kind, alias: "r")])
    }
    return conditions.isEmpty ? value : "CASE WHEN \(conditions.joined(separator: " AND ")) THEN \(value) END"
  }

  /// A measure over its inputs.
  static func measure(_ measure: AggregateQuery.Measure, of input: String) -> String {
    switch measure {
    case .count: "count(\(input))"
    case .distinct: "count(DISTINCT \(input))"
    case .sum: "coalesce(sum(\(input)), 0)"
    case .minimum: "min(\(input))"
    case .maximum: "max(\(input))"
    case .matching(_, let inner): Self.measure(inner, of: input)
    }
  }
}
