internal import RedSailStore

/// Gives records that were stored before there was a look-up by external id (外部编号) the rows by which they are found.
enum ExternalIDBackfill {
  /// Writes the rows that are missing, page by page.
  static func run(_ store: any Store) async throws {
    for city in try await store.cities() {
      for resource in ServiceSchema.resources { try await fill(resource, of: city, in: store) }
    }
  }

  private static func fill<Resource: StoredResource>(
    _: Resource.Type,
    of city: String,
    in store: any Store
  ) async throws {
    var query = ListQuery(Resource.recordKind, pageSize: ListQuery.maximumPageSize)
    let writer = WriteContext(city: city, scope: .all, actor: "redsail-migration")
    repeat {
      let page = try await store.read(ReadContext(city: city, scope: .all)) { [query] in try $0.list(query) }
      let carriers = try page.records.map { try Resource(serialized: $0.bytes) }.filter { !$0.externalIDs.isEmpty }
      if !carriers.isEmpty {
        try await store.write(writer) { transaction in
          for carrier in carriers { try ExternalIDRows.complete(for: carrier, named: carrier.name, in: transaction) }
        }
      }
      query.cursor = page.next
    } while query.cursor != nil
  }
}
