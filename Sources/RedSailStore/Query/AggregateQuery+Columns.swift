extension AggregateQuery {
  /// The columns of the kind that the query reads.
  var columns: Set<String> {
    filter.predicate.columns.union(groups.flatMap(\.columns)).union(measures.flatMap(\.columns))
  }
}

extension AggregateQuery.Grouping {
  fileprivate var columns: Set<String> {
    switch self {
    case .column(let name), .day(let name), .month(let name), .quarter(let name), .year(let name): [name]
    case .subtree: ["division"]
    }
  }
}

extension AggregateQuery.Measure {
  fileprivate var columns: Set<String> {
    switch self {
    case .count: []
    case .distinct(let name), .sum(let name), .minimum(let name), .maximum(let name): [name]
    case .matching(let predicate, let inner): predicate.columns.union(inner.columns)
    }
  }
}

extension Predicate {
  /// The columns of the tested kind that the predicate reads.
  fileprivate var columns: Set<String> {
    switch self {
    case .all: []
    case .compare(let column, _, _), .isIn(let column, _), .hasPrefix(let column, _), .isUnset(let column): [column]
    case .and(let parts), .or(let parts): Set(parts.flatMap(\.columns))
    case .not(let inner): inner.columns
    case .exists(let related): [related.key]
    }
  }
}
