/// A set of columns of one kind, by position.
struct ColumnSet: Hashable {
  private var bits: UInt64 = 0

  func contains(_ position: Int) -> Bool {
    bits & (1 << UInt64(position)) != 0
  }

  mutating func insert(_ position: Int) {
    bits |= 1 << UInt64(position)
  }
}
