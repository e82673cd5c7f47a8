/// The term of a committee (任期): from the day of its election to its last day, both included.
public struct CommitteeTerm: Sendable, Hashable {
  /// The first day.
  public let start: CivilDate
  /// The last day.
  public let lastDay: CivilDate

  /// Makes a term.
  ///
  /// - Throws: ``CommitteeTermError`` where the last day lies before the first, or the term is longer than the rules
  ///   allow. A period of years ends on the same day of its last year (Civil Code §202).
  public init(from start: CivilDate, through lastDay: CivilDate, rules: CommitteeRules) throws(CommitteeTermError) {
    guard start <= lastDay else { throw .ended(start: start, lastDay: lastDay) }
    let years = rules.termMaximumYears.integer
    let latest = start.advanced(byYears: years)
    guard lastDay <= latest else {
      throw .tooLong(
        RuleBreach(
          rules.termMaximumYears,
          came: lastDay,
          english: "a term of at most \(years) years from \(start) ends on \(latest), came \(lastDay)",
          chinese: "任期不超过\(years)年，自\(start)起至迟于\(latest)届满，所填为\(lastDay)"
        )
      )
    }
    self.init(stored: start, through: lastDay)
  }

  /// Takes up a term that was checked when it was stored.
  public init(stored start: CivilDate, through lastDay: CivilDate) {
    self.start = start
    self.lastDay = lastDay
  }

  /// The first day after the term, as `valid_to` of the schema says it.
  public var end: CivilDate { lastDay.advanced(byDays: 1) }

  /// Whether the term has run out.
  public func isExpired(on day: CivilDate) -> Bool { day > lastDay }

  /// Whether it runs out within a number of days: what the list of due elections asks. A term that has run out is due.
  public func isDue(within days: Int, from today: CivilDate) -> Bool {
    lastDay <= today.advanced(byDays: days)
  }
}
