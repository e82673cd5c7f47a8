internal import RedSailModel
internal import RedSailStore

extension StoreSnapshot {
  /// What a rule parameter is in a division on a day: the nearest division of its explicit parents that has a value, a
  /// loaded one before one that ships.
  ///
  /// Costs a look at the stamp of the rules and one at the division's place in the tree; the rules themselves are decoded
  /// once.
  ///
  /// - Parameters:
  ///   - parameter: The parameter.
  ///   - division: The division's name or its code; empty for the city.
  ///   - day: The day to judge.
  func ruleValue(_ parameter: RuleParameter, in division: String, on day: CivilDate) throws -> RuleValue {
    try ruleBook().table.resolve(parameter, divisions: ruleDivisions(of: division), on: day)
  }

  /// The codes of the divisions whose rules hold in one, nearest first, up to the city.
  func ruleDivisions(of division: String) throws -> [String] {
    let code = division.hasPrefix("cities/") ? ResourceType.division.parse(division)?.id ?? "" : division
    // The city's own rules hold before its divisions are entered.
    guard code != city, !code.isEmpty else { return [city] }
    let codes = try ancestry(of: code)
    return codes.last == city ? codes : codes + [city]
  }
}
