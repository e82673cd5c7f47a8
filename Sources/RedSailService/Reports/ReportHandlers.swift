internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Reports (统计报表).
struct ReportHandlers: ReportService {
  let environment: ServiceEnvironment

  /// The most rows of a report.
  static let maximumRows = 5_000

  init(_ environment: ServiceEnvironment) {
    self.environment = environment
  }

  func getReport(_ request: GetReportRequest, context: ServerContext) async throws -> Report {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let name = violations.report(request.name)
    let division = violations.reference(request.division, "division", of: .division, in: name?.city)
    let level = violations.reportLevel(request.byLevel)
    violations.value(request.periodKind, "period_kind")
    let from = violations.date(request.periodFrom, "period_from")
    let days = violations.daysAhead(request.daysAhead)
    let moment = ReportMomentRequest(
      day: violations.date(request.asOfDate, "as_of_date"),
      revision: violations.revision(request.revision)
    )
    try violations.check()
    guard let name else { throw violations.error }
    guard let report = name.report else { throw Failure.notFound(request.name) }
    return try await environment.readAsOf(moment, city: name.city, caller) { snapshot, day in
      let question = ReportQuestion(
        city: name.city,
        division: division?.id ?? name.city,
        level: level,
        span: try Self.span(from, day),
        periodKind: request.periodKind,
        daysAhead: days
      )
      try snapshot.checkDivision(division)
      let reading = try ReportReading(snapshot, question)
      try Self.checkRows((reading.parts.count + 1) * question.periods.count)
      var answer = report.header(city: name.city)
      answer.rows = try report.rows(reading, for: caller.roles)
      answer.asOfDate = CalendarDate(day)
      answer.revision = try snapshot.revision()
      return answer
    }
  }

  /// The span of a report; from 1 January of the year before where the request does not say.
  static func span(_ from: CivilDate?, _ day: CivilDate) throws -> ReportPeriod {
    let from = from ?? ReportingPeriod.sinceLastYear(asOf: day).lowerBound
    guard from <= day else {
      throw Failure.field(
        "period_from",
        .periodReversed,
        LocalizedText("the span must begin by the as-of day: period_from \(from), as_of_date \(day)", "起始日期不得晚于统计日期")
      )
    }
    return ReportPeriod(from: from, to: day)
  }

  private static func checkRows(_ count: Int) throws {
    guard count > maximumRows else { return }
    throw Failure.field(
      "by_level",
      .tooManyEntries,
      LocalizedText(
        "the report would have \(count) rows, at most \(maximumRows) are allowed: ask for a part of the city, a higher "
          + "level or longer periods",
        "报表将有 \(count) 行，超过上限 \(maximumRows) 行：请缩小区划范围、提高统计层级或延长统计周期"
      )
    )
  }
}
