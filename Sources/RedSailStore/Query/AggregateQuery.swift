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
  ///
  /// Periods are of a date column, or of a timestamp column by the civil date at UTC+8 (北京时间). Unset values have a
  /// group of their own.
  public enum Grouping: Sendable, Hashable {
    /// The column's value; `name` and `division` are columns too.
    case column(String)
    /// The day (yyyymmdd).
    case day(String)
    /// The month (yyyymm).
    case month(String)
    /// The quarter (yyyyq, q from 1 to 4).
    case quarter(String)
    /// The year (yyyy).
    case year(String)
    /// Which of these divisions the record lies in or below, by its code: the deepest if several do, unset if none does.
    /// At most `maximumSubtrees`, all of which must be defined.
    case subtree(of: Set<String>)

    /// The largest number of divisions to group by.
    public static let maximumSubtrees = 10_000
  }

  /// A number computed over a group.
  public indirect enum Measure: Sendable, Hashable {
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
    /// The measure over those records of the group that meet the condition, so that a share's numerator and denominator
    /// come from one pass.
    case matching(Predicate, Measure)

    /// How many records of the group meet the condition.
    public static func count(where predicate: Predicate) -> Measure {
      .matching(predicate, .count)
    }
  }
}
