internal import RedSailAPI
internal import RedSailStore

/// Rows of their own for the elements of a repeated field, so that queries find a resource by any of them. They follow
/// the resource in the same transaction, and no caller sees them.
struct ResourceLinks<Owner: StoredResource>: Sendable {
  /// The rows' kind.
  let kind: RecordKind
  /// The column that holds the name an element refers to, and the types that it may be of.
  let column: String
  let types: [ResourceType]
  /// One resource for each element, with nothing but that element and what the columns need besides.
  let split: @Sendable (Owner) -> [Owner]
  /// The columns of such a resource.
  let columns: @Sendable (Owner) -> [String: ColumnValue]

  /// The name of a row.
  static func rowName(_ owner: String, _ kind: RecordKind, _ index: Int) -> String {
    "\(owner)/\(kind.name)/\(index + 1)"
  }

  /// The resource that a row belongs to.
  static func owner(ofRow name: String, _ kind: RecordKind) -> String {
    name.firstRange(of: "/\(kind.name)/").map { String(name[..<$0.lowerBound]) } ?? name
  }

  /// Brings the rows from those of `before` to those of `after`; nil for none.
  func write(_ after: Owner?, before: Owner?, named name: ResourceName, in transaction: any StoreTransaction) throws {
    let old = before.map(split) ?? []
    let new = after.map(split) ?? []
    for index in 0..<max(old.count, new.count) {
      let row = Self.rowName(name.text, kind, index)
      guard index < new.count else {
        if let record = try transaction.record(kind, named: row) { try transaction.purge(record) }
        continue
      }
      let division = after?.divisionCode ?? ""
      guard index < old.count, let record = try transaction.record(kind, named: row) else {
        try transaction.create(kind, name: row, division: division, columns: columns(new[index])) { _ in
          try new[index].serialized()
        }
        continue
      }
      guard new[index] != old[index] || record.division != division else { continue }
      try transaction.update(record, division: division, columns: columns(new[index])) { _ in
        try new[index].serialized()
      }
    }
  }
}
