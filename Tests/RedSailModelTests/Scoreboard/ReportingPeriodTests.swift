internal import RedSailModel
internal import Testing

@Suite("Reporting periods")
struct ReportingPeriodTests {
  @Test(arguments: [("2026-01-31", "2025-01-01"), ("2025-12-31", "2024-01-01"), ("2026-01-01", "2025-01-01")])
  func `since last year starts on the first day of the year before`(day: String, start: String) throws {
    let period = try ReportingPeriod.sinceLastYear(asOf: CivilDate(day))
    #expect(period.lowerBound.description == start)
    #expect(period.upperBound.description == day)
  }
}
