internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// The scoreboard has a line for each of the article's rows, and tells of both of its cities.
@Suite struct ScoreboardArticleTests {
  private func board(_ city: TestCity, of name: String = TestCity.name) async throws -> Scoreboard {
    try await city.scoreboards.getScoreboard(.with { $0.name = "\(name)/scoreboard" })
  }

  @Test func everyRowHasALineThatAReportShows() async throws {
    let city = try await TestCity()
    let board = try await board(city)
    #expect(Set(board.rows.map(\.row)) == Set(1...33))
    #expect(Set(board.rows.map(\.key)).count == board.rows.count)
    for row in board.rows {
      #expect(row.rpc == "redsail.v1.ReportService/GetReport")
      #expect(!row.quote.isEmpty && !row.displayName.isEmpty && !row.localizedName.isEmpty && !row.unit.isEmpty)
      let report = try await city.reports.getReport(
        .with {
          $0.name = row.report
          $0.asOfDate = board.asOfDate
        }
      )
      // Both count the same: a number of the scoreboard is one of the report.
      let numbers = report.rows[0].figures.flatMap { [$0.numerator, $0.denominator] }
      if let counted = row.numerator { #expect(numbers.contains(counted), "\(row.key)") }
    }
    #expect(board.sources.map(\.city) == [TestCity.name])
    #expect(board.sources.map(\.revision) == [board.revision])
  }

  @Test func whatTheArticlePublishesIsComparedAtItsRounding() async throws {
    let city = try await TestCity()
    let rows = Dictionary(uniqueKeysWithValues: try await board(city).rows.map { ($0.key, $0) })
    let expected: [(key: String, row: Int32, published: Double, low: Double, high: Double)] = [
      ("stations", 6, 1_664, 1_664, 1_664), ("committees_at_party_ratio_percent", 8, 100, 100, 100),
      ("hotline_share_percent", 15, 1.58, 1.58, 1.58), ("model_compounds", 19, 200, 200, 200),
      ("benchmark_firms", 19, 4, 4, 4), ("benchmark_projects", 19, 12, 12, 12),
    ]
    for figure in expected {
      let row = rows[figure.key]
      #expect(row?.row == figure.row)
      #expect([row?.published, row?.low, row?.high] == [figure.published, figure.low, figure.high], "\(figure.key)")
      // Nothing of the kind is recorded: that is no zero.
      #expect(row?.computed == nil && row?.agrees == nil && row?.notMeasured == true)
    }
    try await city.calls(2026, 1, "\(TestCity.name)/divisions/370800", property: 1_583, all: 100_000)
    let share = try await board(city).rows.first { $0.key == "hotline_share_percent" }
    // 1.583 % is published as 1.58 %; the exact numbers stand beside it.
    #expect(share?.computed == 1.58 && share?.agrees == true)
    #expect(share?.numerator == 1_583 && share?.denominator == 100_000)
  }

  @Test func rizhaosRowsAreCountedInItsDemonstrationOfTheSameDay() async throws {
    func row(_ board: Scoreboard) -> Scoreboard.Row? { board.rows.first { $0.key == "party_heads_in_communities" } }
    // Of a city that demonstrates nothing all is counted in itself, and not compared.
    let plain = try await board(TestCity())
    #expect(row(plain)?.report == "cities/370800/reports/cross_appointments")
    #expect(row(plain)?.published == 80 && row(plain)?.low == nil)

    let city = try await TestCity(demonstration: "2026-01-31")
    let alone = try await board(city)
    #expect(row(alone)?.notMeasured == true)
    // Eighty fiftieths: 1.6.
    #expect([row(alone)?.low, row(alone)?.high] == [1, 2])
    try await city.city("371100", demonstration: "2026-01-31")
    let both = try await board(city)
    #expect(both.sources.map(\.city) == [TestCity.name, "cities/371100"])
    #expect(row(both)?.report == "cities/371100/reports/cross_appointments")
    // Rizhao's own scoreboard compares its own rows only.
    let own = try await board(city, of: "cities/371100")
    #expect(row(own)?.high == 2)
    #expect(own.rows.first { $0.key == "demands" }?.low == nil)

    let other = try await TestCity(demonstration: "2026-01-31")
    try await other.city("371100", demonstration: "2026-01-30")
    #expect(try await board(other).sources.map(\.city) == [TestCity.name])
  }
}
