internal import RedSailAPI
internal import RedSailStore

/// What a list request asks of the store, once it has been checked.
struct ListPlan<Resource: StoredResource>: Sendable {
  let city: String
  let query: ListQuery
  /// What a page token is bound to.
  let fingerprint: QueryFingerprint

  /// The page size where the request states none.
  static var defaultPageSize: Int32 { 50 }

  init(_ request: some ListRequest, caller: Caller, tokens: PageTokenSealer) throws {
    var violations = Violations()
    let city = violations.city(request.parent)
    var filter = RecordFilter(includesDeleted: request.showDeleted)
    if let city, let division = violations.reference(request.division, "division", of: .division, in: city) {
      filter.division = division.id
    }
    filter.predicate = violations.filter(request.filter, of: Resource.self)
    var query = ListQuery(
      Resource.recordKind,
      where: filter,
      order: violations.order(request.orderBy, of: Resource.self),
      pageSize: violations.pageSize(request.pageSize)
    )
    // Callers take 4 MiB unless they say otherwise; AIP-158 lets a page be shorter than asked for.
    query.maximumBytes = 1 << 20
    try violations.check()
    fingerprint = QueryFingerprint([
      Resource.resourceType.name, request.parent, request.filter, request.orderBy, request.division,
      request.showDeleted ? "deleted" : "", caller.id,
    ])
    query.cursor = try tokens.cursor(request.pageToken, for: fingerprint)
    self.query = query
    self.city = city ?? ""
  }
}

extension PageTokenSealer {
  /// The cursor of a request's page token; nil for the first page.
  func cursor(_ token: String, for fingerprint: QueryFingerprint) throws -> PageCursor? {
    guard !token.isEmpty else { return nil }
    do throws(PageTokenError) {
      return try open(token, for: fingerprint)
    } catch {
      throw Failure.invalidPageToken()
    }
  }
}
