extension StoreSchema {
  /// The most columns that a kind may declare.
  static let maximumColumns = 60

  /// Checks names and references; throws `StoreError.invalidSchema` saying which declaration is wrong.
  func validate() throws(StoreError) {
    var names: Set<String> = []
    for kind in kinds {
      try require(Self.isIdentifier(kind.name), "kind name “\(kind.name)” is not [a-z][a-z0-9_]*, at most 48 long")
      try require(names.insert(kind.name).inserted, "kind “\(kind.name)” is declared twice")
      try validate(kind)
    }
  }

  private func validate(_ kind: RecordKind) throws(StoreError) {
    let own = ["id", "city", "name", "division", "revision", "delete_time", "purge_time", "bytes"]
    try require(
      kind.columns.count <= Self.maximumColumns,
      "kind “\(kind.name)” has \(kind.columns.count) columns, at most \(Self.maximumColumns) are allowed"
    )
    var columns: Set<String> = []
    var fields: Set<String> = []
    for column in kind.columns {
      let place = "column “\(column.name)” of kind “\(kind.name)”"
      try require(Self.isIdentifier(column.name), "\(place) is not [a-z][a-z0-9_]*, at most 48 long")
      try require(!own.contains(column.name), "\(place) has a name that the store uses itself")
      try require(columns.insert(column.name).inserted, "\(place) is declared twice")
      try require(
        fields.insert(column.field).inserted,
        "field “\(column.field)” of kind “\(kind.name)” has two columns"
      )
      let isTime = column.name == "create_time" || column.name == "update_time"
      try require(!isTime || (column.type == .timestamp && column.use == .query), "\(place) must be a timestamp query")
    }
    for index in kind.compoundIndexes {
      try require(index.count >= 2, "a compound index of kind “\(kind.name)” has fewer than two columns")
      for column in index {
        try require(columns.contains(column), "a compound index of kind “\(kind.name)” names unknown “\(column)”")
      }
    }
    try validate(reportColumnsOf: kind, columns)
    if let name = kind.beginColumn {
      let column = kind.column(named: name)
      try require(
        column?.type == .timestamp && column?.use == .query && column?.name != "create_time" && name != "update_time"
          && columns.contains(KindTable.eventTime),
        "the begin column “\(name)” of kind “\(kind.name)” is no timestamp query beside event_time"
      )
    }
  }

  private func validate(reportColumnsOf kind: RecordKind, _ columns: Set<String>) throws(StoreError) {
    let known = columns.subtracting(["create_time", "update_time"])
    for column in kind.reportColumns {
      try require(known.contains(column), "the report columns of kind “\(kind.name)” name unknown “\(column)”")
    }
    try require(
      Set(kind.reportColumns).count == kind.reportColumns.count,
      "the report columns of kind “\(kind.name)” name one twice"
    )
  }

  private func require(_ condition: Bool, _ message: @autoclosure () -> String) throws(StoreError) {
    if !condition { throw .invalidSchema(message()) }
  }

  static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first), name.utf8.count <= 48 else { return false }
    return name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
  }
}
