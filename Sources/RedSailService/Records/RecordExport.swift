internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// An export under way: one page of records at a time, all as they were at one revision.
struct RecordExport: Sendable {
  let environment: ServiceEnvironment
  let caller: Caller
  /// What the change feed of the same selection follows.
  let selection: ChangeSelection
  /// The kinds in their order.
  let kinds: [ExchangeKind]
  let showDeleted: Bool

  /// A place between two pages.
  struct Position: Sendable {
    let revision: Revision
    /// The kind that is read.
    var kind: Int
    /// The record after which it goes on; nil for its first one.
    var cursor: PageCursor?
  }

  /// The most records of a page.
  private static let pageSize = 500

  /// The beginning: at a revision, or at the latest one.
  func start(revision: Revision) async throws -> Position {
    let parent = ResourceType.city.name(city: selection.city, id: selection.city)
    let latest = try await environment.read(selection.city, caller) { snapshot in
      guard try snapshot.record(City.recordKind, named: parent) != nil else { throw Failure.notFound(parent) }
      return try snapshot.revision()
    }
    return Position(revision: revision == 0 ? latest : revision, kind: 0)
  }

  /// The records that come at a place, and the place after them; nil if they were the last.
  func page(at position: Position) async throws -> (records: [AnyRecord], next: Position?) {
    let context = ReadContext(
      city: selection.city,
      scope: caller.scope,
      asOf: AsOf(revision: position.revision),
      lane: .report
    )
    do {
      return try await environment.store.read(context) { snapshot in try page(at: position, in: snapshot) }
    } catch StoreError.compacted(let floor) {
      throw Failure.revisionNotKept(earliest: floor)
    } catch StoreError.revisionAhead(_, let latest) {
      throw Failure.revisionNotKept(latest: latest)
    } catch let error as StoreError {
      throw Failure.store(error)
    }
  }

  /// Fills a page from as many kinds as it takes.
  private func page(
    at position: Position,
    in snapshot: any StoreSnapshot
  ) throws -> (records: [AnyRecord], next: Position?) {
    var position = position
    var records: [AnyRecord] = []
    var bytes = 0
    while position.kind < kinds.count {
      let kind = kinds[position.kind]
      var query = ListQuery(
        kind.resource.recordKind,
        where: RecordFilter(division: selection.division, includesDeleted: showDeleted),
        pageSize: Self.pageSize - records.count,
        cursor: position.cursor
      )
      query.maximumBytes = RecordLimits.exportedBytes - bytes
      let page = try snapshot.list(query)
      for record in page.records {
        bytes += record.bytes.count
        records.append(try kind.record(record.bytes))
      }
      position.cursor = page.next
      if page.next == nil { position.kind += 1 }
      if records.count >= Self.pageSize || bytes >= RecordLimits.exportedBytes { break }
    }
    return (records, position.kind < kinds.count ? position : nil)
  }
}

extension RecordExport {
  private func fingerprint() -> QueryFingerprint {
    QueryFingerprint(
      ["export", selection.city, selection.division ?? "", caller.id, "\(showDeleted)"] + kinds.map(\.type.name)
    )
  }

  /// The opaque form of a place.
  func token(for position: Position) -> String {
    let values = [ColumnValue.integer(position.revision), .text(kinds[position.kind].type.name)]
    return environment.tokens.seal(PageCursor(values: values, id: position.cursor?.id ?? 0), for: fingerprint())
  }

  /// The place of a token of the same export; nil if it is none.
  func position(of token: String) -> Position? {
    guard let opened = try? environment.tokens.open(token, for: fingerprint()),
      opened.values.count == 2, let revision = opened.values[0].integer,
      let kind = kinds.firstIndex(where: { $0.type.name == opened.values[1].text })
    else { return nil }
    return Position(
      revision: revision,
      kind: kind,
      cursor: opened.id == 0 ? nil : PageCursor(values: [], id: opened.id)
    )
  }
}
