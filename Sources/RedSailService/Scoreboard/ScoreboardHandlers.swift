internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The scoreboard service (计分板服务).
struct ScoreboardHandlers: ScoreboardService {
  let environment: ServiceEnvironment

  init(_ environment: ServiceEnvironment) {
    self.environment = environment
  }

  func getScoreboard(_ request: GetScoreboardRequest, context: ServerContext) async throws -> Scoreboard {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let city = violations.scoreboardCity(request.name)
    let asOf = violations.date(request.asOfDate, "as_of_date")
    let asked = violations.scale(request.scale)
    try violations.check()
    guard let city else { throw violations.error }
    let today = environment.clock().unixTime.civilDate
    let (counts, period, scale) = try await environment.read(city.id, caller, lane: .report) { snapshot in
      let played = try snapshot.stored(City.self, named: city.text).resource.demonstration
      let period = ScoreboardPeriod(day: asOf ?? played?.asOfDate?.civilDate ?? today)
      return (try ScoreboardCounts(snapshot, period), period, asked ?? played?.scale ?? .whole)
    }
    return .with {
      $0.name = request.name
      $0.rows = ScoreboardRows(counts: counts, scale: scale).all
      $0.asOfDate = CalendarDate(period.day)
      $0.scale = Double(scale.millionths) / 1_000_000
      $0.revision = counts.revision
      $0.agrees = $0.rows.allSatisfy { $0.low == nil || $0.agrees ?? true }
    }
  }
}
