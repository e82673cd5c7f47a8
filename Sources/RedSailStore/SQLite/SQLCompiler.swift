internal import GRDB

/// Turns predicates into SQL with bound values. Text of a caller never becomes part of the SQL.
///
/// Negations are pushed down to the leaves, so that no leaf meets SQL's third truth value: a comparison with an unset
/// column is false, and its negation true.
struct SQLCompiler {
  let tables: KindTables
  let city: String
  /// The conditions that a scope puts on every kind, by table alias.
  let scope: SQLiteScope
  /// The table of the city's divisions.
  let divisions: String
  /// What differs from the present at the moment that is read, by kind.
  private let past: [String: PastTable]
  private(set) var arguments: [DatabaseValue] = []
  /// What the index is on that the outermost table is to be read by, if SQLite does not choose it.
  private(set) var index: String?
  private var depth = 0
  private var leaves = 0

  /// The most comparisons in a query.
  static let maximumLeaves = 100
  /// The deepest nesting.
  static let maximumDepth = 40
  /// The most values of a list.
  static let maximumValues = 1000

  init(
    tables: KindTables,
    city: String,
    scope: SQLiteScope,
    divisions: String = "division",
    past: [String: PastTable] = [:]
  ) {
    self.tables = tables
    self.city = city
    self.scope = scope
    self.divisions = divisions
    self.past = past
  }

  /// The SELECTs that make up a kind's records.
  func arms(of kind: RecordKind) throws(StoreError) -> [KindArm] {
    KindArm.all(try tables[kind], past: past[kind.name])
  }

  /// Starts another SELECT of the same query: what the caller has written once is counted once.
  mutating func beginArm() {
    leaves = 0
    index = nil
  }

  /// The outermost table of a SELECT. Made after its conditions, which decide on the index.
  func source(_ arm: KindArm) -> String {
    guard let index, !arm.isPast else { return "\(arm.source) AS r" }
    return "\(arm.source) AS r INDEXED BY \(arm.table.index(on: index))"
  }

  mutating func bind(_ value: some DatabaseValueConvertible) -> String {
    arguments.append(value.databaseValue)
    return "?"
  }

  mutating func bind(_ value: DatabaseValue) -> String {
    arguments.append(value)
    return "?"
  }

  /// Makes an index drive the outermost table: without statistics SQLite would prefer that of the city or of the order.
  mutating func useIndex(on column: String) {
    index = column
  }

  /// City, scope, deletion mark, division and predicate of one kind, joined with AND.
  mutating func conditions(
    _ arm: KindArm,
    alias: String,
    filter: RecordFilter,
    useDivisionIndex: SQLiteScope.IndexUse
  ) throws(StoreError) -> String {
    let kind = arm.table.kind
    var parts = arm.conditions(alias: alias, compiler: &self)
    if !filter.includesDeleted { parts.append("\(alias).delete_time IS NULL") }
    try scope.requireKind(kind.name)
    parts += try scope.conditions(alias: alias, division: filter.division, use: useDivisionIndex, compiler: &self)
    if filter.predicate != .all {
      parts.append(try condition(filter.predicate, kind, alias: alias, isNegated: false))
    }
    return parts.isEmpty ? "1" : parts.joined(separator: " AND ")
  }

  mutating func condition(
    _ predicate: Predicate,
    _ kind: RecordKind,
    alias: String,
    isNegated: Bool = false
  ) throws(StoreError) -> String {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw .queryTooComplex(limit: Self.maximumDepth, what: "levels of nesting")
    }
    switch predicate {
    case .all:
      return isNegated ? "0" : "1"
    case .not(let inner):
      return try condition(inner, kind, alias: alias, isNegated: !isNegated)
    case .and(let parts):
      return try join(parts, kind, alias: alias, isNegated: isNegated, isAnd: !isNegated)
    case .or(let parts):
      return try join(parts, kind, alias: alias, isNegated: isNegated, isAnd: isNegated)
    case .compare, .isIn, .hasPrefix, .isUnset, .exists:
      leaves += 1
      guard leaves <= Self.maximumLeaves else {
        throw .queryTooComplex(limit: Self.maximumLeaves, what: "comparisons")
      }
      return try leaf(predicate, kind, alias: alias, isNegated: isNegated)
    }
  }

  private mutating func join(
    _ parts: [Predicate],
    _ kind: RecordKind,
    alias: String,
    isNegated: Bool,
    isAnd: Bool
  ) throws(StoreError) -> String {
    if parts.isEmpty { return isAnd ? "1" : "0" }
    var texts: [String] = []
    for part in parts {
      texts.append(try condition(part, kind, alias: alias, isNegated: isNegated))
    }
    return "(" + texts.joined(separator: isAnd ? " AND " : " OR ") + ")"
  }

  private mutating func leaf(
    _ predicate: Predicate,
    _ kind: RecordKind,
    alias: String,
    isNegated: Bool
  ) throws(StoreError) -> String {
    switch predicate {
    case .compare(let name, let comparison, let value):
      let column = try self.column(name, of: kind, alias: alias)
      guard value != .null else { throw mismatch(name, column.type, value, kind) }
      return compare(
        column.sql,
        isNegated ? comparison.opposite : comparison,
        try check(value, name, column.type, kind),
        matchesUnset: isNegated && comparison != .notEqual
      )
    case .isIn(let name, let values):
      let column = try self.column(name, of: kind, alias: alias)
      guard values.count <= Self.maximumValues else {
        throw .queryTooComplex(limit: Self.maximumValues, what: "values in a list")
      }
      var marks: [String] = []
      for value in values where value != .null {
        marks.append(bind(try check(value, name, column.type, kind).databaseValue))
      }
      let list = "(\(marks.joined(separator: ", ")))"
      return isNegated ? "(\(column.sql) NOT IN \(list) OR \(column.sql) IS NULL)" : "\(column.sql) IN \(list)"
    case .hasPrefix(let name, let prefix):
      let column = try self.column(name, of: kind, alias: alias)
      _ = try check(.text(prefix), name, column.type, kind)
      return self.prefix(column.sql, prefix, isNegated: isNegated)
    case .isUnset(let name):
      let column = try self.column(name, of: kind, alias: alias)
      return "\(column.sql) IS \(isNegated ? "NOT " : "")NULL"
    case .exists(let related):
      return try exists(related, kind, alias: alias, isNegated: isNegated)
    case .all, .and, .or, .not:
      return try condition(predicate, kind, alias: alias, isNegated: isNegated)
    }
  }

  private mutating func compare(
    _ column: String,
    _ comparison: Predicate.Comparison,
    _ value: ColumnValue,
    matchesUnset: Bool
  ) -> String {
    let mark = bind(value.databaseValue)
    if comparison == .notEqual { return "\(column) IS NOT \(mark)" }
    let test = "\(column) \(comparison.sql) \(mark)"
    return matchesUnset ? "(\(test) OR \(column) IS NULL)" : test
  }

  private mutating func prefix(_ column: String, _ prefix: String, isNegated: Bool) -> String {
    let low = bind(prefix)
    guard let bound = TextRange.upperBound(ofPrefix: prefix) else {
      return isNegated ? "(\(column) < \(low) OR \(column) IS NULL)" : "\(column) >= \(low)"
    }
    let high = bind(bound)
    return isNegated
      ? "(\(column) < \(low) OR \(column) >= \(high) OR \(column) IS NULL)"
      : "(\(column) >= \(low) AND \(column) < \(high))"
  }

  private mutating func exists(
    _ related: RelatedRecords,
    _ kind: RecordKind,
    alias: String,
    isNegated: Bool
  ) throws(StoreError) -> String {
    let inner = "\(alias)x"
    let key = try column(related.key, of: kind, alias: alias)
    let other = try column(related.column, of: related.kind, alias: inner)
    if related.kind.column(named: related.column)?.use == .measure {
      throw .unindexableFilter(
        kind: related.kind.name,
        column: related.column,
        reason: "it is declared as a measure, without an index"
      )
    }
    guard key.type.storage == other.type.storage else {
      throw .typeMismatch(
        kind: related.kind.name,
        column: related.column,
        expected: other.type,
        found: .text(related.key)
      )
    }
    let filter = RecordFilter(predicate: related.predicate, includesDeleted: related.includesDeleted)
    let leavesBefore = leaves
    var matches: [String] = []
    for arm in try arms(of: related.kind) {
      // The caller has written the condition once, however many arms it is compiled for.
      leaves = leavesBefore
      let conditions = try conditions(arm, alias: inner, filter: filter, useDivisionIndex: .never)
      // One record has few related ones; without statistics SQLite would rather read all of a state or a day.
      let index = arm.isPast ? "" : " INDEXED BY \(arm.table.index(on: related.column))"
      matches.append("FROM \(arm.source) AS \(inner)\(index) WHERE \(other.sql) = \(key.sql) AND \(conditions)")
    }
    if related.atLeast > 1 {
      let count = matches.map { "(SELECT COUNT(*) \($0))" }.joined(separator: " + ")
      return "(\(count) \(isNegated ? "<" : ">=") \(related.atLeast))"
    }
    let tests = matches.map { "EXISTS (SELECT 1 \($0))" }
    let text = tests.count == 1 ? tests.joined() : "(\(tests.joined(separator: " OR ")))"
    return isNegated ? "NOT \(text)" : text
  }

  /// A column's SQL and type.
  func column(_ name: String, of kind: RecordKind, alias: String) throws(StoreError) -> (sql: String, type: ColumnType)
  {
    if let declared = kind.column(named: name) {
      return ("\(alias).\(KindTable.sqlName(name))", declared.type)
    }
    if name == "name" || name == "division" { return ("\(alias).\(name)", .text) }
    throw ColumnCheck.unknown(name, of: kind)
  }

  private func check(
    _ value: ColumnValue,
    _ name: String,
    _ type: ColumnType,
    _ kind: RecordKind
  ) throws(StoreError) -> ColumnValue {
    guard value.fits(type) else { throw mismatch(name, type, value, kind) }
    if case .text(let text) = value {
      try ColumnCheck.requireText(text, "the value compared with “\(name)” of “\(kind.name)”")
    }
    return value
  }

  private func mismatch(_ name: String, _ type: ColumnType, _ value: ColumnValue, _ kind: RecordKind) -> StoreError {
    .typeMismatch(kind: kind.name, column: name, expected: type, found: value)
  }
}
