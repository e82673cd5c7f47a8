internal import RedSailModel
internal import Testing

@Suite("Re-election and filing clocks")
struct CommitteeClockTests {
  typealias Fixture = RuleFixture

  private func rules(_ divisions: [String]) throws -> CommitteeRules {
    CommitteeRules(divisions: divisions, on: try CivilDate("2025-06-30"))
  }

  /// 90 days before the last day in Jining, 60 in Rizhao, counted by hand: over New Year, and over a leap day.
  @Test(arguments: [
    ("2026-03-31", "2025-12-31", "2026-01-30"), ("2025-12-31", "2025-10-02", "2025-11-01"),
    ("2024-04-30", "2024-01-31", "2024-03-01"), ("2025-04-30", "2025-01-30", "2025-03-01"),
    ("2026-01-15", "2025-10-17", "2025-11-16"),
  ])
  func `the last day for the start of a re-election`(lastDay: String, jining: String, rizhao: String) throws {
    let end = try CivilDate(lastDay)
    let term = CommitteeTerm(stored: end.advanced(byYears: -5), through: end)
    #expect(try ReelectionClock(term, rules: rules(Fixture.jining)).latestStart.description == jining)
    #expect(try ReelectionClock(term, rules: rules(Fixture.rizhao)).latestStart.description == rizhao)
  }

  @Test func `a start is in time on the last day and late after it`() throws {
    let end = try CivilDate("2026-03-31")
    let term = CommitteeTerm(stored: end.advanced(byYears: -5), through: end)
    let clock = try ReelectionClock(term, rules: rules(Fixture.jining))
    let last = try CivilDate("2025-12-31")
    let next = try CivilDate("2026-01-01")
    #expect(clock.standing(started: nil, today: last) == .open)
    #expect(clock.standing(started: nil, today: next) == .overdue)
    #expect(clock.standing(started: last, today: next) == .startedInTime)
    #expect(clock.standing(started: next, today: next) == .startedLate)
    #expect(clock.breach(started: last, today: next) == nil)
    #expect(clock.breach(started: nil, today: last) == nil)
    let breach = try #require(clock.breach(started: nil, today: next))
    #expect(breach.parameter == .committeeReelectionDays)
    #expect(breach.rule.division == "370000")
    #expect(breach.english.contains("2025-12-31"))
    #expect(clock.breach(started: next, today: next)?.came == "2026-01-01")
    // The same start is in time in Rizhao.
    #expect(
      try ReelectionClock(term, rules: rules(Fixture.rizhao)).standing(started: next, today: next) == .startedInTime
    )
  }

  /// The day of the event is not counted; a last day on a holiday moves.
  @Test(arguments: [
    // 30 days: a plain Wednesday; into National Day 2025; over New Year onto the make-up Sunday 2026-01-04.
    ("2025-03-03", "2025-04-02", "2025-03-18"), ("2025-09-02", "2025-10-09", "2025-09-17"),
    ("2025-12-03", "2026-01-04", "2025-12-18"), ("2025-12-05", "2026-01-04", "2025-12-22"),
    ("2026-01-16", "2026-02-24", "2026-02-02"),
    // 15 days in Rizhao end on Saturday 2025-01-25, then on the make-up Sunday.
    ("2025-01-10", "2025-02-10", "2025-01-26"),
  ])
  func `filing and change of filing`(event: String, filing: String, rizhaoChange: String) throws {
    let day = try CivilDate(event)
    func due(_ rule: RuleValue) -> String {
      FilingClock(rule, from: day, calendar: .shipped).due.date.description
    }
    #expect(try due(rules(Fixture.jining).filingDays) == filing)
    #expect(try due(rules(Fixture.rizhao).filingDays) == filing)
    #expect(try due(rules(Fixture.jining).changeFilingDays) == filing)
    #expect(try due(rules(Fixture.rizhao).changeFilingDays) == rizhaoChange)
  }

  @Test func `a filing is late after its last day and recorded all the same`() throws {
    let rule = try rules(Fixture.jining).filingDays
    let clock = FilingClock(rule, from: try CivilDate("2025-03-03"), calendar: .shipped)
    let last = try CivilDate("2025-04-02")
    let next = try CivilDate("2025-04-03")
    #expect(clock.standing(filed: nil, today: last) == .open)
    #expect(clock.standing(filed: nil, today: next) == .overdue)
    #expect(clock.standing(filed: last, today: next) == .filedInTime)
    #expect(clock.standing(filed: next, today: next) == .filedLate)
    #expect(clock.breach(filed: last, today: next) == nil)
    #expect(clock.breach(filed: next, today: next)?.parameter == .committeeFilingDays)
  }

  /// Ten days after signing (Shandong §57).
  @Test(arguments: [
    ("2025-03-03", "2025-03-13"), ("2025-12-22", "2026-01-04"), ("2025-09-21", "2025-10-09"),
    ("2025-03-05", "2025-03-17"), ("2025-01-28", "2025-02-07"),
  ])
  func `a contract is filed within ten days`(signed: String, due: String) throws {
    let clock = FilingClock(contractSigned: try CivilDate(signed), divisions: Fixture.jining, calendar: .shipped)
    #expect(clock.due.date.description == due)
    #expect(clock.rule.parameter == .contractFilingDays)
  }

  @Test func `a year without a holiday notice is provisional`() throws {
    let clock = FilingClock(
      contractSigned: try CivilDate("2026-12-28"),
      divisions: Fixture.jining,
      calendar: .shipped
    )
    #expect(clock.due == DueDate(date: try CivilDate("2027-01-07"), isProvisional: true))
  }
}
