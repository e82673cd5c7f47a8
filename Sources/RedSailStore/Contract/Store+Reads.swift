extension Store {
  /// The record of this name; see `StoreSnapshot.record(_:named:)`.
  public func record(_ kind: RecordKind, named name: String, _ context: ReadContext) async throws -> Record? {
    try await read(context) { try $0.record(kind, named: name) }
  }

  /// The records of these names; see `StoreSnapshot.records(_:named:)`.
  public func records(_ kind: RecordKind, named names: [String], _ context: ReadContext) async throws -> [Record?] {
    try await read(context) { try $0.records(kind, named: names) }
  }

  /// One page of records.
  public func list(_ query: ListQuery, _ context: ReadContext) async throws -> RecordPage {
    try await read(context) { try $0.list(query) }
  }

  /// Changes after a revision.
  public func changes(_ query: ChangeQuery, _ context: ReadContext) async throws -> ChangePage {
    try await read(context) { try $0.changes(query) }
  }
}
