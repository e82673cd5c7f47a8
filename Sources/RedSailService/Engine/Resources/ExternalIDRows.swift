internal import RedSailAPI
internal import RedSailStore

/// Rows by which live records of any kind are found by their identifiers in other systems (外部编号). They follow the
/// record in the same transaction, and no caller sees them. A record without such identifiers costs nothing.
enum ExternalIDRows {
  /// The rows' kind.
  static let kind = RecordKind("external_id", columns: [IndexColumn("identifier", .text)])

  /// The kind as the store's schema has it.
  static let storedKind = StoredKind(kind) { columns(try ExternalId(serialized: $0)) }

  /// Brings a record's rows from those of `before` to those of `after`; nil for none.
  static func write<Owner: StoredResource>(
    _ after: Owner?,
    before: Owner?,
    named name: String,
    in transaction: any StoreTransaction
  ) throws {
    let old = before?.externalIDs ?? []
    let new = after?.externalIDs ?? []
    if old.isEmpty && new.isEmpty { return }
    let division = after?.divisionCode ?? ""
    if old == new && before?.divisionCode == division { return }
    for index in 0..<max(old.count, new.count) {
      let row = rowName(name, index)
      guard index < new.count else {
        if let record = try transaction.record(kind, named: row) { try transaction.purge(record) }
        continue
      }
      guard let record = try transaction.record(kind, named: row) else {
        try transaction.create(kind, name: row, division: division, columns: columns(new[index])) { _ in
          try new[index].serialized()
        }
        continue
      }
      try transaction.update(record, division: division, columns: columns(new[index])) { _ in
        try new[index].serialized()
      }
    }
  }

  /// Writes those rows of a live record that are missing.
  static func complete<Owner: StoredResource>(
    for owner: Owner,
    named name: String,
    in transaction: any StoreTransaction
  ) throws {
    for (index, id) in owner.externalIDs.enumerated() {
      let row = rowName(name, index)
      guard try transaction.record(kind, named: row) == nil else { continue }
      try transaction.create(kind, name: row, division: owner.divisionCode, columns: columns(id)) { _ in
        try id.serialized()
      }
    }
  }

  /// The names of the live records of these types that carry an identifier, in order of name; at most `limit`.
  static func owners(
    of id: ExternalId,
    types: [ResourceType],
    limit: Int,
    in snapshot: any StoreSnapshot
  ) throws -> [String] {
    var owners: Set<String> = []
    var query = ListQuery(
      kind,
      where: RecordFilter(predicate: .compare("identifier", .equal, .text(identifier(id)))),
      pageSize: ListQuery.maximumPageSize
    )
    repeat {
      let page = try snapshot.list(query)
      for record in page.records {
        let owner = owner(ofRow: record.name)
        if types.contains(where: { $0.matches(owner) }) { owners.insert(owner) }
      }
      query.cursor = page.next
    } while query.cursor != nil && owners.count < limit
    return Array(owners.sorted().prefix(limit))
  }

  private static func rowName(_ owner: String, _ index: Int) -> String { "\(owner)/\(kind.name)/\(index + 1)" }

  private static func owner(ofRow name: String) -> String {
    name.firstRange(of: "/\(kind.name)/").map { String(name[..<$0.lowerBound]) } ?? name
  }

  private static func columns(_ id: ExternalId) -> [String: ColumnValue] { ["identifier": .text(identifier(id))] }

  /// System and identifier in one text. The length keeps the two apart, whatever characters they have.
  private static func identifier(_ id: ExternalId) -> String {
    "\(id.sourceSystem.utf8.count) \(id.sourceSystem) \(id.id)"
  }
}
