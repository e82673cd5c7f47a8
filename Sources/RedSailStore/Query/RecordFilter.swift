/// Which records a query is about.
public struct RecordFilter: Sendable, Hashable {
  /// The division subtree the query is narrowed to, within the scope; nil: no narrowing.
  public var division: String?

  /// The condition on index columns.
  public var predicate: Predicate

  /// Whether soft-deleted records are included (AIP-164 `show_deleted`).
  public var includesDeleted: Bool

  /// Makes a filter; without arguments it means all live records.
  public init(division: String? = nil, predicate: Predicate = .all, includesDeleted: Bool = false) {
    self.division = division
    self.predicate = predicate
    self.includesDeleted = includesDeleted
  }
}
