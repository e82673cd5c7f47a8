internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// A division's figures are those of its parts, and of what lies in none of them.
@Suite struct ReportRollUpTests {
  /// A city with something of each kind that can be recorded in a line.
  private func city() async throws -> TestCity {
    let city = try await TestCity()
    for (index, community) in [TestCity.community, TestCity.otherCommunity, TestCity.community].enumerated() {
      try await city.held(.ownersTalk, on: "2025-0\(index + 2)-15") {
        $0.division = community
        $0.attendance = Int32(index * 7)
      }
      if index < 2 {
        try await city.station([TestCity.grid, TestCity.otherGrid][index], in: community, volunteers: Int32(index + 1))
      }
      try await city.create { $0.ticket?.division = community }
      try await city.createAtEvent { $0.ticket?.division = community }
    }
    try await city.calls(2025, 3, TestCity.county, property: 4, all: 100)
    return city
  }

  @Test func everyFigureIsTheSumOfItsParts() async throws {
    let city = try await city()
    var keys: [String] = []
    for try await report in city.reports.reports(.with { $0.parent = TestCity.name }) { keys.append(report.name) }
    for name in keys {
      let key = String(name.split(separator: "/").last ?? "")
      for level in [Division.Level.county, .street, .community] {
        let report = try await city.report(key) {
          $0.byLevel = level
          $0.periodKind = .year
        }
        let periods = Dictionary(grouping: report.rows) { $0.periodFrom }
        #expect(periods.count == 2)
        for rows in periods.values {
          let whole = try #require(rows.first)
          #expect(whole.division == "\(TestCity.name)/divisions/370800")
          for (index, figure) in whole.figures.enumerated() {
            let parts = rows.dropFirst().map { $0.figures[index] }
            // Firms, the county's calls and committees are recorded above the streets.
            let isAbove =
              level != .county && ["firm", "credit", "assoc", "hotline", "industry"].contains { key.hasPrefix($0) }
            let isOfCity = key == "industry_committees" && figure.key == "city_with_industry_committee"
            guard !isAbove, !isOfCity else { continue }
            #expect(figure.numerator == parts.reduce(0) { $0 + $1.numerator }, "\(key) \(figure.key) by \(level)")
            #expect(figure.denominator == parts.reduce(0) { $0 + $1.denominator }, "\(key) \(figure.key) by \(level)")
          }
        }
      }
    }
  }

  @Test func thingsThatHappenAddUpOverPeriods() async throws {
    let city = try await city()
    for key in ["events", "demands", "ticket_sources", "ticket_rates", "promises", "closed_levels"] {
      let whole = try await city.report(key).whole
      for kind in [Report.PeriodKind.month, .quarter, .year] {
        let rows = try await city.report(key) { $0.periodKind = kind }.rows
        for (index, figure) in (try #require(rows.first)).figures.enumerated() {
          let sum = rows.reduce(0) { $0 + $1.figures[index].numerator }
          #expect(whole[figure.key]?.numerator == sum, "\(key) \(figure.key)")
        }
      }
    }
  }
}
