internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

extension ReportHandlers {
  func listReports(_ request: ListReportsRequest, context: ServerContext) async throws -> ListReportsResponse {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let city = violations.city(request.parent)
    let size = violations.pageSize(request.pageSize)
    try violations.check()
    guard let city else { throw violations.error }
    let fingerprint = QueryFingerprint(["reports", city, caller.id])
    let start = try environment.tokens.cursor(request.pageToken, for: fingerprint).map { Int($0.id) } ?? 0
    _ = try await environment.read(city, caller) { try $0.stored(City.self, named: request.parent).record.name }
    let all = ReportCatalogue.all
    let page = all.dropFirst(max(0, start)).prefix(size)
    return .with {
      $0.reports = page.map { $0.header(city: city) }
      if page.endIndex < all.endIndex {
        $0.nextPageToken = environment.tokens.seal(PageCursor(values: [], id: Int64(page.endIndex)), for: fingerprint)
      }
    }
  }

  func listFindings(_ request: ListFindingsRequest, context: ServerContext) async throws -> ListFindingsResponse {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let name = violations.report(request.name)
    let division = violations.reference(request.division, "division", of: .division, in: name?.city)
    let from = violations.date(request.periodFrom, "period_from")
    let days = violations.daysAhead(request.daysAhead)
    let size = violations.pageSize(request.pageSize)
    let asked = ReportMomentRequest(
      day: violations.date(request.asOfDate, "as_of_date"),
      revision: violations.revision(request.revision)
    )
    try violations.check()
    guard let name else { throw violations.error }
    guard let report = name.report else { throw Failure.notFound(request.name) }
    let fingerprint = QueryFingerprint([
      "findings", request.name, request.division, "\(request.revision)", "\(days)", from?.description ?? "",
      asked.day?.description ?? "", caller.id,
    ])
    let tokens = environment.tokens
    // Later pages go on at the day and the revision of the first.
    let cursor = try tokens.cursor(request.pageToken, for: fingerprint).flatMap { FindingCursor($0) }
    let moment = cursor.map { ReportMomentRequest(day: $0.day, revision: $0.revision) } ?? asked
    return try await environment.readAsOf(moment, city: name.city, caller) { snapshot, day in
      try snapshot.checkDivision(division)
      let question = ReportQuestion(
        city: name.city,
        division: division?.id ?? name.city,
        span: try Self.span(from, day),
        daysAhead: days
      )
      let reading = try ReportReading(snapshot, question)
      let revision = try snapshot.revision()
      var page = FindingPage(size: size, start: cursor)
      try page.fill(report.findings, reading)
      return .with {
        $0.findings = page.findings
        $0.revision = revision
        if let next = page.next {
          $0.nextPageToken = tokens.seal(
            FindingCursor(day: day, revision: revision, source: next.source, inner: next.inner).cursor,
            for: fingerprint
          )
        }
      }
    }
  }
}
