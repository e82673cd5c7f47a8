internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// Lists cities (查询城市列表). Each city is a world of its own in the store, so the few of them are gathered and looked
/// through here.
struct CityList: Sendable {
  let environment: ServiceEnvironment

  func page(_ request: ListCitiesRequest, _ context: ServerContext) async throws -> ListCitiesResponse {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let size = violations.pageSize(request.pageSize)
    let predicate = violations.filter(request.filter, of: City.self)
    let order = violations.order(request.orderBy, of: City.self)
    try violations.check()
    let fingerprint = QueryFingerprint([City.resourceType.name, request.filter, request.orderBy, caller.id])
    let cursor = try environment.tokens.cursor(request.pageToken, for: fingerprint)

    var rows: [Row] = []
    for city in try await environment.store.cities() {
      let record = try await environment.read(city, caller) { snapshot in
        try snapshot.list(ListQuery(City.recordKind, where: RecordFilter(predicate: predicate), pageSize: 1)).records
          .first
      }
      if let record { rows.append(try Row(StoredRecord<City>(record), order: order)) }
    }
    rows.sort()
    if let cursor, let last = Row(cursor) {
      rows.removeAll { $0 <= last }
    }
    let page = rows.prefix(size)
    return .with {
      $0.cities = page.map(\.city)
      if rows.count > size, let last = page.last {
        $0.nextPageToken = environment.tokens.seal(last.cursor, for: fingerprint)
      }
    }
  }

  /// A city at its place in the order: by name, or by a column and then by name.
  private struct Row: Comparable {
    let city: City
    let key: ColumnValue
    let isDescending: Bool

    init(_ stored: StoredRecord<City>, order: [Ordering]) {
      city = stored.resource
      let term = order.first
      isDescending = term?.isDescending ?? false
      key =
        switch term?.column {
        case "create_time": .timestamp(stored.record.createTime)
        case "display_name": .text(stored.resource.displayName)
        default: .null
        }
    }

    /// The place where a page ended.
    init?(_ cursor: PageCursor) {
      guard cursor.values.count == 2, let name = cursor.values[1].text else { return nil }
      city = .with { $0.name = name }
      key = cursor.values[0]
      isDescending = cursor.id == 1
    }

    var cursor: PageCursor { PageCursor(values: [key, .text(city.name)], id: isDescending ? 1 : 0) }

    static func < (left: Row, right: Row) -> Bool {
      let (first, second) = left.isDescending ? (right, left) : (left, right)
      return switch (first.key, second.key) {
      case (.integer(let one), .integer(let other)) where one != other: one < other
      case (.text(let one), .text(let other)) where one != other: one.utf8.lexicographicallyPrecedes(other.utf8)
      default: first.city.name < second.city.name
      }
    }

    static func == (left: Row, right: Row) -> Bool { left.city.name == right.city.name }
  }
}
