/// Where a page ended: the last record's values in the order, and its id. Records inserted or removed between two pages
/// neither shift nor repeat the others.
public struct PageCursor: Sendable, Hashable {
  /// The last record's values of the order's columns.
  public let values: [ColumnValue]

  /// The last record's id.
  public let id: Int64

  /// Makes a cursor.
  public init(values: [ColumnValue], id: Int64) {
    self.values = values
    self.id = id
  }
}
