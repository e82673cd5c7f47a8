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
    let asked = violations.date(request.asOfDate, "as_of_date")
    try violations.check()
    guard let city else { throw violations.error }
    let today = environment.clock().unixTime.civilDate
    let measure = measure
    return try await environment.read(city, caller, lane: .report) { snapshot in
      let stored = try snapshot.stored(City.self, named: request.parent).resource
      if let division, try snapshot.record(Division.recordKind, named: division.text) == nil {
        throw Failure.referenceNotFound(field: "division", name: division.text)
      }
      let day = asked ?? stored.demonstration?.asOfDate?.civilDate ?? today
      let tree = IndicatorTree(try snapshot.everyLive(Indicator.self), on: day)
      let question = IndicatorQuestion(
        figures: tree.figures,
        division: division?.id ?? city,
        day: day,
        caller: caller
      )
      let values = try measure(snapshot, question)
      return try .with {
        $0.results = tree.results(values)
        $0.asOfDate = CalendarDate(day)
        $0.revision = try snapshot.revision()
      }
    }
  }
}
