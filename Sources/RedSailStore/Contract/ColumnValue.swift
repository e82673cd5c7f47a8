/// A value of an index column.
public enum ColumnValue: Sendable, Hashable {
  /// The field is not set.
  case null
  /// Whole numbers, booleans (0, 1), timestamps (microseconds), dates (yyyymmdd), enum numbers.
  case integer(Int64)
  /// UTF-8 text.
  case text(String)
  /// A floating-point number.
  case real(Double)

  /// A boolean as the number 0 or 1.
  public static func boolean(_ value: Bool) -> ColumnValue {
    .integer(value ? 1 : 0)
  }

  /// An instant as microseconds; `null` where there is none.
  public static func timestamp(_ value: Instant?) -> ColumnValue {
    value.map { .integer($0.microseconds) } ?? .null
  }

  /// A civil date as yyyymmdd.
  public static func date(year: Int, month: Int, day: Int) -> ColumnValue {
    .integer(Int64(year) * 10_000 + Int64(month) * 100 + Int64(day))
  }

  /// The number, if this is one.
  public var integer: Int64? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The text, if this is one.
  public var text: String? {
    if case .text(let value) = self { value } else { nil }
  }

  func fits(_ type: ColumnType) -> Bool {
    switch (self, type.storage) {
    case (.null, _), (.integer, .integer), (.text, .text), (.real, .real): true
    default: false
    }
  }
}

extension ColumnValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByFloatLiteral {
  /// A whole number.
  public init(integerLiteral value: Int64) {
    self = .integer(value)
  }

  /// A text.
  public init(stringLiteral value: String) {
    self = .text(value)
  }

  /// A floating-point number.
  public init(floatLiteral value: Double) {
    self = .real(value)
  }
}
