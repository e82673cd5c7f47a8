internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension RuleHandlers {
  func resolveParameters(_ request: ResolveParametersRequest, context: ServerContext) async throws
    -> ResolveParametersResponse
  {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let city = violations.city(request.parent)
    let division = violations.reference(request.division, "division", of: .division, in: city)
    let today = environment.clock().unixTime.civilDate
    let date = violations.date(request.date, "date") ?? today
    let parameters = Self.parameters(request.keys, &violations)
    try violations.check()
    guard let city else { throw violations.error }
    return try await environment.read(city, caller) { snapshot in
      guard try snapshot.record(City.recordKind, named: request.parent) != nil else {
        throw Failure.notFound(request.parent)
      }
      if let division, try snapshot.record(Division.recordKind, named: division.text) == nil {
        throw Failure.referenceNotFound(field: "division", name: division.text)
      }
      let book = try snapshot.ruleBook()
      let divisions = try snapshot.ruleDivisions(of: division?.id ?? city)
      return .with { response in
        response.parameters = parameters.map { parameter in
          let value = book.table.resolve(parameter, divisions: divisions, on: date)
          return .init(value, loadedBy: book.name(of: value))
        }
        response.provisionalFrom = book.calendar.firstProvisionalDay(from: date).map { CalendarDate($0) }
      }
    }
  }

  /// The parameters of some keys, in the order asked for; all where none is named.
  private static func parameters(_ keys: [String], _ violations: inout Violations) -> [RuleParameter] {
    if keys.isEmpty { return RuleParameter.allCases }
    var parameters: [RuleParameter] = []
    for (index, key) in keys.enumerated() {
      if let parameter = RuleParameter(rawValue: key) {
        parameters.append(parameter)
      } else {
        violations.add(
          "keys[\(index)]",
          .invalidParameter,
          LocalizedText(RuleValueError.unknownKey(key)),
          metadata: ["key": key, "expected": "one of the keys that are listed where none is named"]
        )
      }
    }
    return parameters
  }
}

extension ResolveParametersResponse.Resolved {
  /// A value as it is told, with what it is and where it comes from.
  fileprivate init(_ value: RuleValue, loadedBy name: String) {
    self.init()
    let definition = value.parameter.definition
    key = value.parameter.rawValue
    self.value = ParameterValue(value.quantity)
    divisionCode = value.division
    parameter = name
    source = value.source
    sourceURL = value.sourceURL ?? ""
    displayName = definition.english
    localizedName = definition.chinese
    unit = definition.unit.english
    validFrom = value.period.start.map { CalendarDate($0) }
    validTo = value.period.end.map { CalendarDate($0) }
  }
}
