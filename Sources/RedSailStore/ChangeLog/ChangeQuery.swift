/// A request for the next changes of a city.
public struct ChangeQuery: Sendable, Hashable {
  /// The last revision that the consumer has; 0 from the beginning.
  public var after: Revision

  /// The names of the kinds wanted; nil: all in scope.
  public var kinds: Set<String>?

  /// The division subtree wanted, within the scope; nil: all.
  public var division: String?

  /// The largest number of changes, 1 ... 1000.
  public var limit: Int

  /// Whether the bytes before each change are wanted.
  public var includesBefore: Bool

  /// Makes a query.
  public init(
    after: Revision,
    kinds: Set<String>? = nil,
    division: String? = nil,
    limit: Int = 500,
    includesBefore: Bool = false
  ) {
    self.after = after
    self.kinds = kinds
    self.division = division
    self.limit = limit
    self.includesBefore = includesBefore
  }
}
