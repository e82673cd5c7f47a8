/// One term of an order. Unset values come first when ascending.
public struct Ordering: Sendable, Hashable {
  /// The column.
  public let column: String

  /// Whether large values come first.
  public let isDescending: Bool

  /// Makes a term.
  public init(_ column: String, descending: Bool = false) {
    self.column = column
    self.isDescending = descending
  }
}
