/// A condition on index columns, without a word of SQL: every backend compiles it.
///
/// A comparison with an unset column is false, and its negation true (AIP-160). The built-in columns `name` and
/// `division` may be used beside the declared ones.
public indirect enum Predicate: Sendable, Hashable {
  /// Always true.
  case all
  /// The column compared with a value; `null` is not allowed, see `isUnset`.
  case compare(String, Comparison, ColumnValue)
  /// The column has one of these values.
  case isIn(String, [ColumnValue])
  /// The text column starts with this text, compared by bytes.
  case hasPrefix(String, String)
  /// The column has no value.
  case isUnset(String)
  /// All hold; true if empty.
  case and([Predicate])
  /// At least one holds; false if empty.
  case or([Predicate])
  /// The condition does not hold.
  case not(Predicate)
  /// A record of another kind in the same city refers to this one, or shares a key with it. Negated: an anti-join.
  case exists(RelatedRecords)

  /// How values are compared.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// =
    case equal
    /// ≠, also true where the column is unset.
    case notEqual
    /// <
    case less
    /// ≤
    case lessOrEqual
    /// >
    case greater
    /// ≥
    case greaterOrEqual
  }

  /// A dated interval that includes `date` (both ends included; an unset end is open).
  public static func interval(from: String, through: String, includes date: ColumnValue) -> Predicate {
    .and([
      .or([.isUnset(from), .compare(from, .lessOrEqual, date)]),
      .or([.isUnset(through), .compare(through, .greaterOrEqual, date)]),
    ])
  }

  /// The columns equal these values.
  public static func matching(_ values: KeyValuePairs<String, ColumnValue>) -> Predicate {
    .and(values.map { .compare($0.key, .equal, $0.value) })
  }
}
