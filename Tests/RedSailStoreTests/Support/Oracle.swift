internal import RedSailStore

/// Judges predicates on rows in memory, by the words of AIP-160: what the backends' SQL is compared with.
enum Oracle {
  typealias Row = [String: ColumnValue]

  static func matches(_ predicate: Predicate, _ row: Row) -> Bool {
    switch predicate {
    case .all: return true
    case .not(let inner): return !matches(inner, row)
    case .and(let parts): return parts.allSatisfy { matches($0, row) }
    case .or(let parts): return parts.contains { matches($0, row) }
    case .isUnset(let column): return row[column] == nil
    case .isIn(let column, let values): return values.contains { row[column] != nil && compare(row[column], $0) == 0 }
    case .hasPrefix(let column, let prefix):
      return row[column]?.text.map { Array($0.utf8).starts(with: Array(prefix.utf8)) } ?? false
    case .compare(let column, .notEqual, let value): return row[column] == nil || compare(row[column], value) != 0
    case .compare(let column, let comparison, let value):
      guard let own = row[column] else { return false }
      let order = compare(own, value)
      switch comparison {
      case .equal: return order == 0
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      case .greaterOrEqual: return order >= 0
      case .notEqual: return order != 0
      }
    case .exists: return false
    }
  }

  /// Below, at or above 0. Unset values come first; texts are compared by bytes, not by Swift's canonical equivalence.
  static func compare(_ left: ColumnValue?, _ right: ColumnValue?) -> Int {
    switch (left, right) {
    case (nil, nil): 0
    case (nil, _): -1
    case (_, nil): 1
    case (.integer(let left), .integer(let right)): left < right ? -1 : left > right ? 1 : 0
    case (.real(let left), .real(let right)): left < right ? -1 : left > right ? 1 : 0
    case (.text(let left), .text(let right)):
      Array(left.utf8) == Array(right.utf8) ? 0 : left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    default: 0
    }
  }
}
