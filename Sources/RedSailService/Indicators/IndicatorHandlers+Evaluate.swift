internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension IndicatorHandlers {
  func evaluateIndicators(_ request: EvaluateIndicatorsRequest, context: ServerContext) async throws
    -> EvaluateIndicatorsResponse
  {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let city = violations.city(request.parent)
    let division = violations.reference(request.division, "division", of: .division, in: city)
    let moment = ReportMomentRequest(day: violations.date(request.asOfDate, "as_of_date"), revision: nil)
    try violations.check()
    guard let city else { throw violations.error }
    return try await environment.readAsOf(moment, city: city, caller) { snapshot, day in
      try snapshot.checkDivision(division)
      let tree = IndicatorTree(try snapshot.everyLive(Indicator.self), on: day)
      let measure = IndicatorMeasure(division: division?.id ?? city, city: city, day: day, roles: caller.roles)
      let values = try measure.values(tree.figures, in: snapshot)
      return try .with {
        $0.results = tree.results(values)
        $0.asOfDate = CalendarDate(day)
        $0.revision = try snapshot.revision()
      }
    }
  }
}
