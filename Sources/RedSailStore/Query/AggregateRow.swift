/// One group of a report.
public struct AggregateRow: Sendable, Hashable {
  /// The group's values, in the order of the query's groupings.
  public let group: [ColumnValue]

  /// The measures, in the order of the query's.
  public let measures: [ColumnValue]
}
