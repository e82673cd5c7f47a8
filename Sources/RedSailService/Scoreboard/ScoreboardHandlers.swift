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
    let demonstration = try await demonstration(of: city.id, caller)
    let isShared = demonstration != nil && city.id != ScoreboardLine.Place.rizhao.rawValue
    let lines = ScoreboardLine.all
    let own = lines.filter { !isShared || $0.place != .rizhao }
    let (figures, day) = try await figures(own, city: city.id, asOf, caller)
    var rizhao: ScoreboardFigures?
    if isShared, let demonstration {
      rizhao = try await self.rizhao(lines, day, like: demonstration, caller)
    }
    let scale = asked ?? demonstration?.scale ?? .whole
    return .with {
      $0.name = request.name
      $0.rows = lines.map { line in line.row(isShared && line.place == .rizhao ? rizhao : figures, scale: scale) }
      $0.asOfDate = CalendarDate(day)
      $0.scale = Double(scale.millionths) / 1_000_000
      $0.revision = figures.revision
      $0.agrees = $0.rows.allSatisfy { $0.agrees ?? true }
      $0.sources = [figures, rizhao].compactMap(\.self).map { figures in
        .with {
          $0.city = ResourceType.city.name(city: figures.city, id: figures.city)
          $0.revision = figures.revision
        }
      }
    }
  }

  private func figures(
    _ lines: [ScoreboardLine],
    city: String,
    _ day: CivilDate?,
    _ caller: Caller
  ) async throws -> (ScoreboardFigures, CivilDate) {
    try await environment.readAsOf(ReportMomentRequest(day: day, revision: nil), city: city, caller) { snapshot, day in
      (try ScoreboardFigures(snapshot, lines, city: city, day: day, for: caller.roles), day)
    }
  }

  /// The rows of Rizhao, from its demonstration of the same day; nil where there is none that the caller may see.
  private func rizhao(
    _ lines: [ScoreboardLine],
    _ day: CivilDate,
    like demonstration: City.Demonstration,
    _ caller: Caller
  ) async throws -> ScoreboardFigures? {
    let city = ScoreboardLine.Place.rizhao.rawValue
    guard let other = try await self.demonstration(of: city, caller), other.asOfDate == demonstration.asOfDate else {
      return nil
    }
    return try await figures(lines.filter { $0.place == .rizhao }, city: city, day, caller).0
  }

  /// What a city demonstrates; nil where it is none, or unknown.
  private func demonstration(of city: String, _ caller: Caller) async throws -> City.Demonstration? {
    try await environment.read(city, caller) { snapshot in
      let name = ResourceType.city.name(city: city, id: city)
      guard let record = try snapshot.record(City.recordKind, named: name) else { return nil }
      return try StoredRecord<City>(record).resource.demonstration
    }
  }
}
