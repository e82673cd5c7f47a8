extension ListQuery {
  /// Checks that an index yields the order and that the cursor belongs to it. Throws `unindexableOrder`,
  /// `unknownColumn`, `cursorMismatch`.
  func checkOrder() throws(StoreError) {
    let columns = order.map(\.column)
    for column in columns where column != "name" && kind.column(named: column) == nil {
      throw ColumnCheck.unknown(column, of: kind)
    }
    let directions = Set(order.map(\.isDescending))
    guard directions.count <= 1, columns.isEmpty || kind.orders.contains(columns) else {
      throw .unindexableOrder(
        kind: kind.name,
        columns: order.map { $0.column + ($0.isDescending ? " desc" : "") },
        supported: kind.orders
      )
    }
    guard let cursor else { return }
    guard cursor.values.count == order.count else { throw .cursorMismatch }
    for (column, value) in zip(columns, cursor.values) {
      let type = kind.column(named: column)?.type ?? .text
      guard value.fits(type) else { throw .cursorMismatch }
    }
  }
}

extension RecordKind {
  /// The sequences of columns that an index yields in order, all terms ascending or all descending.
  var orders: [[String]] {
    [["name"]] + columns.filter { $0.use != .measure }.map { [$0.name] }
      + compoundIndexes.flatMap { index in (2...index.count).map { Array(index.prefix($0)) } }
  }
}
