/// What an index column means; decides its storage and how a filter's literals are read.
public enum ColumnType: String, Sendable, Hashable, CaseIterable {
  /// A 64-bit signed number.
  case integer
  /// UTF-8 text, compared by bytes.
  case text
  /// A 64-bit floating-point number.
  case real
  /// 0 or 1.
  case boolean
  /// Microseconds since 1970-01-01T00:00:00Z (`Instant`).
  case timestamp
  /// A civil date as the number yyyymmdd, so that a month is its value divided by 100.
  case date
  /// The number of a protobuf enum value.
  case enumeration

  /// The class of values that a column of this type holds.
  public var storage: Storage {
    switch self {
    case .integer, .boolean, .timestamp, .date, .enumeration: .integer
    case .text: .text
    case .real: .real
    }
  }

  /// The three classes of values a backend has to store.
  public enum Storage: String, Sendable, Hashable {
    /// 64-bit signed.
    case integer
    /// UTF-8.
    case text
    /// 64-bit floating point.
    case real
  }
}
