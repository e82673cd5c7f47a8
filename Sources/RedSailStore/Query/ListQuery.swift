/// A request for one page of records.
public struct ListQuery: Sendable, Hashable {
  /// The kind.
  public var kind: RecordKind

  /// Which records.
  public var filter: RecordFilter

  /// The order; empty: order of creation. Ties are broken by order of creation, in the direction of the last term.
  public var order: [Ordering]

  /// The largest number of records on the page, 1 ... 1000.
  public var pageSize: Int

  /// A page ends once its records hold this many bytes, so that it can be sent in one message; at least one record is on
  /// it. Default: no bound.
  public var maximumBytes = Int.max

  /// Where the previous page ended; nil for the first.
  public var cursor: PageCursor?

  /// The largest page size.
  public static let maximumPageSize = 1000

  /// Makes a query.
  public init(
    _ kind: RecordKind,
    where filter: RecordFilter = RecordFilter(),
    order: [Ordering] = [],
    pageSize: Int = 50,
    cursor: PageCursor? = nil
  ) {
    self.kind = kind
    self.filter = filter
    self.order = order
    self.pageSize = pageSize
    self.cursor = cursor
  }
}
