internal import RedSailModel
internal import RedSailStore

/// The rule parameters that reports go by, as they hold in the division that a report is about.
struct ReportRules: Sendable {
  private let table: RuleTable
  private let divisions: [String]

  /// Reads what the city had loaded at the snapshot's moment. `division` is the code of the division asked for.
  init(_ snapshot: any StoreSnapshot, division: String) throws {
    table = try snapshot.ruleBook().table
    divisions = try snapshot.ruleDivisions(of: division)
  }

  /// What holds on a day.
  func value(_ parameter: RuleParameter, on day: CivilDate) -> RuleValue {
    table.resolve(parameter, divisions: divisions, on: day)
  }

  /// A whole number on a day.
  func integer(_ parameter: RuleParameter, on day: CivilDate) -> Int { value(parameter, on: day).integer }
}
