extension Predicate {
  /// All records of other kinds that the predicate asks for, at any depth.
  var related: [RelatedRecords] {
    switch self {
    case .and(let parts), .or(let parts): parts.flatMap(\.related)
    case .not(let inner): inner.related
    case .exists(let related): [related] + related.predicate.related
    case .all, .compare, .isIn, .hasPrefix, .isUnset: []
    }
  }
}
