/// A report: measures over the matching records, by group.
public struct AggregateQuery: Sendable, Hashable {
  /// The kind.
  public var kind: RecordKind

  /// Which records.
  public var filter: RecordFilter

  /// What the groups share; empty: one group of all, present even if nothing matches.
  public var groups: [Grouping]

  /// What is computed for each group.
  public var measures: [Measure]

  /// Makes a query. No measures: the distinct groups.
  public init(
    _ kind: RecordKind,
    where filter: RecordFilter = RecordFilter(),
    by groups: [Grouping] = [],
    measures: [Measure] = [.count]
  ) {
    self.kind = kind
    self.filter = filter
    self.groups = groups
    self.measures = measures
  }

  /// What the records of a group share.
  public enum Grouping: Sendable, Hashable {
    /// The column's value; `name` and `division` are columns too.
    case column(String)
    /// The month (yyyymm) of a date column.
    case month(String)
    /// The year (yyyy) of a date column.
    case year(String)
  }

  /// A number computed over a group.
  public enum Measure: Sendable, Hashable {
    /// How many records.
    case count
    /// How many different values the column has; unset ones are not counted.
    case distinct(String)
    /// The sum of a number column; 0 if none is set.
    case sum(String)
    /// The smallest value; unset if none is set.
    case minimum(String)
    /// The largest value; unset if none is set.
    case maximum(String)
  }
}
