internal import RedSailModel
internal import Testing

@Suite("Report periods")
struct ReportPeriodKindTests {
  @Test(arguments: [
    (ReportPeriodKind.month, "2025-02-10", "2025-02-01", "2025-02-28", "2025-02"),
    (.month, "2024-02-29", "2024-02-01", "2024-02-29", "2024-02"),
    (.month, "2025-12-31", "2025-12-01", "2025-12-31", "2025-12"),
    (.quarter, "2025-03-31", "2025-01-01", "2025-03-31", "2025-Q1"),
    (.quarter, "2025-04-01", "2025-04-01", "2025-06-30", "2025-Q2"),
    (.quarter, "2025-12-01", "2025-10-01", "2025-12-31", "2025-Q4"),
    (.halfYear, "2025-06-30", "2025-01-01", "2025-06-30", "2025-H1"),
    (.halfYear, "2025-07-01", "2025-07-01", "2025-12-31", "2025-H2"),
    (.year, "2025-07-01", "2025-01-01", "2025-12-31", "2025"),
    (.yearToDate, "2025-07-01", "2025-01-01", "2025-07-01", "2025-01-01/2025-07-01"),
    (.yearToDate, "2025-01-01", "2025-01-01", "2025-01-01", "2025-01-01/2025-01-01"),
    (.sinceLastYear, "2026-01-31", "2025-01-01", "2026-01-31", "2025-01-01/2026-01-31"),
  ])
  func `first and last day and key`(
    kind: ReportPeriodKind,
    day: String,
    first: String,
    last: String,
    label: String
  ) throws {
    let days = try kind.days(containing: CivilDate(day))
    #expect(days.lowerBound.description == first)
    #expect(days.upperBound.description == last)
    #expect(try kind.label(containing: CivilDate(day)) == label)
  }

  @Test(arguments: [
    (ReportPeriodKind.month, "2025-01-15", "2024-12-01", "2024-12-31"),
    (.month, "2024-03-31", "2024-02-01", "2024-02-29"),
    (.quarter, "2025-02-01", "2024-10-01", "2024-12-31"),
    (.halfYear, "2025-08-01", "2025-01-01", "2025-06-30"),
    (.year, "2025-08-01", "2024-01-01", "2024-12-31"),
    (.yearToDate, "2025-08-01", "2024-01-01", "2024-08-01"),
    (.yearToDate, "2024-02-29", "2023-01-01", "2023-02-28"),
    (.sinceLastYear, "2026-01-31", "2024-01-01", "2025-01-31"),
  ])
  func `the period before`(kind: ReportPeriodKind, day: String, first: String, last: String) throws {
    let days = try kind.previousDays(before: CivilDate(day))
    #expect(days.lowerBound.description == first)
    #expect(days.upperBound.description == last)
  }

  @Test(arguments: [ReportPeriodKind.month, .quarter, .halfYear, .year])
  func `periods follow each other without a day between`(kind: ReportPeriodKind) throws {
    var day = try CivilDate("2023-01-01")
    let end = try CivilDate("2027-12-31")
    while day <= end {
      let days = kind.days(containing: day)
      #expect(days.lowerBound == day)
      #expect(kind.days(containing: days.upperBound) == days)
      #expect(kind.previousDays(before: days.upperBound.advanced(byDays: 1)) == days)
      day = days.upperBound.advanced(byDays: 1)
    }
  }
}
