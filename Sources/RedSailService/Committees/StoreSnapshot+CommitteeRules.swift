internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension StoreSnapshot {
  /// The rules for committees in a division on a day.
  func committeeRules(in division: String, on day: CivilDate) throws -> CommitteeRules {
    try CommitteeRules { try ruleValue($0, in: division, on: day) }
  }

  /// The thresholds of owners' votes in a division on a day.
  func voteRules(in division: String, on day: CivilDate) throws -> VoteRules {
    try VoteRules { try ruleValue($0, in: division, on: day) }
  }

  /// The last day of a period that a rule gives, counted from a day (Civil Code §201, §203).
  func lastDay(of parameter: RuleParameter, in division: String, from day: CivilDate) throws -> CivilDate {
    let rule = try ruleValue(parameter, in: division, on: day)
    return FilingClock(rule, from: day, calendar: .shipped).due.date
  }
}
