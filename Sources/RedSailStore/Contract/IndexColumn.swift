/// A value that the store keeps beside a record's bytes so that queries can find and order records by it.
public struct IndexColumn: Sendable, Hashable {
  /// Lower-case letters, digits and `_`. The names `create_time` and `update_time` stand for the record's own times:
  /// declaring one of them (as `.timestamp`) makes it filterable and orderable without storing it twice.
  public let name: String

  /// The field's path as callers write it in `filter` and `order_by`, for instance `state` or `location.grid`.
  public let field: String

  /// What the values mean.
  public let type: ColumnType

  /// How the column is indexed.
  public let use: Use

  /// What a column is declared for.
  public enum Use: String, Sendable, Hashable {
    /// Indexed: may stand in filters and orders.
    case query
    /// As `query`, and no two records of a city share a value (unset ones excepted).
    case unique
    /// Not indexed: may only be summed, grouped or compared beside the indexed city, division or related key.
    case measure
  }

  /// Declares a column. `field` is the name itself unless given.
  public init(_ name: String, _ type: ColumnType, use: Use = .query, field: String? = nil) {
    self.name = name
    self.type = type
    self.use = use
    self.field = field ?? name
  }
}
