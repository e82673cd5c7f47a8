internal import RedSailModel
internal import Testing

@Suite("Months by the calendar (Civil Code §202)")
struct CivilDateMonthsTests {
  @Test(arguments: [
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2023-02-28", 12, "2024-02-28"),
    ("2024-01-31", 1, "2024-02-29"), ("2025-01-31", 1, "2025-02-28"), ("2025-01-31", 3, "2025-04-30"),
    ("2025-12-31", 1, "2026-01-31"), ("2025-12-15", 12, "2026-12-15"), ("2025-11-30", 3, "2026-02-28"),
    ("2025-03-31", -1, "2025-02-28"), ("2025-01-15", -1, "2024-12-15"), ("2025-01-15", -13, "2023-12-15"),
    ("2025-06-30", 0, "2025-06-30"), ("2096-02-29", 48, "2100-02-28"), ("2025-12-01", 0, "2025-12-01"),
  ])
  func `a period of months ends on the same day or the month's last`(start: String, months: Int, end: String) throws {
    #expect(try CivilDate(start).advanced(byMonths: months).description == end)
  }

  @Test func `years are twelve months each`() throws {
    #expect(try CivilDate("2024-02-29").advanced(byYears: 5).description == "2029-02-28")
    #expect(try CivilDate("2020-02-29").advanced(byYears: 4).description == "2024-02-29")
    #expect(try CivilDate("2025-03-01").firstOfMonth.description == "2025-03-01")
    #expect(try CivilDate("2024-02-29").firstOfMonth.description == "2024-02-01")
  }

  @Test func `periods have days in common or not`() throws {
    let year = try RuleFixture.period("2024-01-01", "2025-01-01")
    #expect(year.contains(try CivilDate("2024-12-31")))
    #expect(!year.contains(try CivilDate("2025-01-01")))
    #expect(!year.overlaps(try RuleFixture.period("2025-01-01", nil)))
    #expect(year.overlaps(try RuleFixture.period(nil, "2024-01-02")))
    #expect(!year.overlaps(try RuleFixture.period("2024-06-01", "2024-06-01")))
    #expect(try RuleFixture.period(nil, nil).intersection(year) == year)
    #expect(
      try year.intersection(RuleFixture.period("2024-06-01", nil)) == RuleFixture.period("2024-06-01", "2025-01-01")
    )
  }
}
