internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// Reads the changes of a selection page by page.
struct ChangeReader: Sendable {
  let environment: ServiceEnvironment
  let caller: Caller
  let selection: ChangeSelection

  /// Where a consumer begins: after its cursor, at the first change, or after the latest.
  func start(cursor: String, field: String = "cursor", fromLatest: Bool) async throws -> Revision {
    let parent = "cities/\(selection.city)"
    let latest = try await environment.read(selection.city, caller) { snapshot in
      guard try snapshot.record(City.recordKind, named: parent) != nil else { throw Failure.notFound(parent) }
      return try snapshot.revision()
    }
    if fromLatest { return latest }
    return cursor.isEmpty ? 0 : try selection.revision(of: cursor, field: field, environment.tokens)
  }

  /// The next changes.
  func page(after revision: Revision, limit: Int) async throws -> ChangeBatch {
    let query = ChangeQuery(after: revision, kinds: selection.kinds, division: selection.division, limit: limit)
    return try await environment.read(selection.city, caller) { snapshot in
      do {
        return try ChangeBatch(snapshot.changes(query))
      } catch StoreError.compacted(let floor) {
        // From the first change would be an empty promise too: what came before the floor is gone.
        let earliest = try snapshot.changes(ChangeQuery(after: floor, limit: 1)).changes.first?.time
        throw Failure.cursorCompacted(earliest: earliest?.text)
      }
    }
  }

  /// The changes as consumers get them.
  func messages(_ changes: [RedSailStore.Change]) throws -> [RedSailAPI.Change] {
    try changes.map { change in
      var message = RedSailAPI.Change()
      message.kind = .init(rawValue: Int32(change.type.rawValue))
      message.name = change.name
      message.revision = change.revision
      message.cursor = cursor(after: change.revision)
      message.recordTime = Timestamp(change.time)
      guard let kind = ServiceSchema.kindsByName[change.kind] else { return message }
      message.resourceType = kind.type?.name ?? ""
      if let bytes = change.after { try kind.describe(bytes, &message) }
      return message
    }
  }

  /// The opaque form of a position.
  func cursor(after revision: Revision) -> String {
    selection.cursor(after: revision, environment.tokens)
  }
}
